//! The program as a window.

use std::process::ExitCode;

use tauri::webview::NewWindowResponse;
use tauri::{App, Builder, Manager, Url, WebviewWindowBuilder, Wry};

use crate::arguments::{self, Arguments, Request, USAGE};
use crate::commands;
use crate::desk::Desk;
use crate::{phone, pictures};

/// The only window with a page of ours in it.
pub const MAIN: &str = "main";

/// Reads the arguments and shows the window until it is closed.
pub fn run() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)) {
        Request::Help => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Request::Wrong(argument) => {
            eprintln!("{}: ?\n{USAGE}", argument.to_string_lossy());
            ExitCode::from(2)
        }
        Request::Run(_)
            if has_no_display(|name| std::env::var_os(name).is_some_and(|set| !set.is_empty())) =>
        {
            eprintln!("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.");
            ExitCode::FAILURE
        }
        Request::Run(arguments) => show(arguments),
    }
}

/// GTK would only say that it failed.
fn has_no_display(is_set: impl Fn(&str) -> bool) -> bool {
    cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")
}

#[expect(clippy::disallowed_methods, reason = "inside the macro of Tauri")]
fn show(arguments: Arguments) -> ExitCode {
    let shown = builder(arguments).run(tauri::generate_context!());
    match shown {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn builder(arguments: Arguments) -> Builder<Wry> {
    Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::new(arguments))
        .register_asynchronous_uri_scheme_protocol("pitser", pictures::serve)
        .invoke_handler(tauri::generate_handler![
            commands::answer,
            commands::cancel,
            commands::check_person,
            commands::check_phone,
            commands::choose,
            commands::choose_language,
            commands::discard_pending,
            commands::extend,
            commands::finish_pending,
            commands::forget,
            commands::forget_proxy_login,
            commands::forget_secret,
            commands::keep_proxy_login,
            commands::keep_secret,
            commands::language,
            commands::network_log,
            commands::open,
            commands::open_folder,
            commands::open_page,
            commands::open_phone,
            commands::page_text,
            commands::pick,
            commands::pick_several,
            commands::proxy_login_at,
            commands::save_report,
            commands::save_version,
            commands::seal_place,
            commands::secret_at,
            commands::sign,
            commands::sign_together,
            commands::startup,
            commands::suggest_output,
            commands::verify,
            commands::verify_path,
        ])
        .setup(|app| Ok(furnish(app)?))
}

fn furnish(app: &mut App) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|window| window.label == MAIN).cloned() else {
        return Err(tauri::Error::WindowNotFound);
    };
    WebviewWindowBuilder::from_config(app.handle(), &config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        // Started now, so that it stands when the page asks. What fails is told to the page then.
        if let Ok(world) = handle.state::<Desk>().world().await
            && phone::opens_by_itself()
        {
            phone::open(&handle, world.phone_url()).ok();
        }
    });
    Ok(())
}

/// The page never leads away from the program.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("127.0.0.1")) => tauri::is_dev() && url.port() == Some(1420),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn the_window_stays_at_home() {
        let goes = |url: &str| is_ours(&url.parse().expect("an address"));
        assert!(goes("tauri://localhost/"));
        assert!(goes("http://tauri.localhost/index.html"));
        for elsewhere in
            ["https://example.org/", "file:///etc/passwd", "data:text/html,x", "pitser://localhost/page/1/0"]
        {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }
}
