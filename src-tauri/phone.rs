//! The demo's phone: another device, so another window, which can ask this program for nothing.

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, PhysicalSize, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder,
};

use crate::window::MAIN;
use crate::wire::Failure;

const PHONE: &str = "phone";

/// Width and height of the window.
const SIZE: (f64, f64) = (400.0, 780.0);
/// How narrow the main window may be made to have the phone beside it.
const NARROWEST: f64 = 860.0;

/// Whether the window opens with the program, where there is a phone: not when a program drives it by WebDriver, which
/// looks at one window, nor when `PITSER_PHONE_WINDOW` is `0`.
pub fn opens_by_itself() -> bool {
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    !driven && std::env::var_os("PITSER_PHONE_WINDOW").is_none_or(|wish| wish != "0")
}

/// Opens the window, or brings it to the front.
///
/// # Errors
/// There is no phone under this profile, or no window can be opened.
pub fn open(app: &AppHandle, url: Option<&str>) -> Result<(), Failure> {
    if let Some(window) = app.get_webview_window(PHONE) {
        return window.unminimize().and_then(|()| window.set_focus()).map_err(Failure::internal);
    }
    let home: Url = url.ok_or_else(Failure::only_in_demo)?.parse().map_err(Failure::internal)?;
    let address = WebviewUrl::External(home.clone());
    let window = WebviewWindowBuilder::new(app, PHONE, address)
        .title("Demo phone")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(320.0, 480.0)
        .on_navigation(move |url| url.origin() == home.origin())
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
        .map_err(Failure::internal)?;
    stand_beside(app, &window).ok();
    Ok(())
}

/// The phone to the right of the main window, which makes room on a narrow screen: what is compared stands side by side.
fn stand_beside(app: &AppHandle, phone: &WebviewWindow) -> tauri::Result<()> {
    let Some(main) = app.get_webview_window(MAIN) else { return Ok(()) };
    let Some(screen) = main.current_monitor()? else { return Ok(()) };
    let pixels =
        |points: f64| LogicalSize::new(points, points).to_physical::<u32>(screen.scale_factor()).width;
    let (corner, size) = (main.outer_position()?, main.outer_size()?);
    let width = size.width.min(screen.size().width.saturating_sub(pixels(SIZE.0))).max(pixels(NARROWEST));
    let both = width.saturating_add(pixels(SIZE.0));
    let left = screen.position().x.saturating_add_unsigned(screen.size().width.saturating_sub(both) / 2);
    main.set_size(PhysicalSize::new(width, size.height))?;
    main.set_position(PhysicalPosition::new(left, corner.y))?;
    phone.set_position(PhysicalPosition::new(left.saturating_add_unsigned(width), corner.y))
}
