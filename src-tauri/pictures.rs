//! Pictures of pages, under `pitser://localhost/page/ID/INDEX?scale=1.5`.

use std::sync::Arc;
use std::thread;

use tauri::async_runtime::spawn_blocking;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{AppHandle, Manager, UriSchemeContext, UriSchemeResponder, Wry};
use tokio::sync::Semaphore;
use workflow::show::PageError;

use crate::desk::Desk;
use crate::window::MAIN;

/// Serves one picture.
pub fn serve(context: UriSchemeContext<'_, Wry>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let wanted = (context.webview_label() == MAIN).then(|| Wanted::read(&request)).flatten();
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        let picture = match wanted {
            Some(wanted) => draw(&app, wanted).await,
            None => Err(StatusCode::NOT_FOUND),
        };
        responder.respond(response(picture));
    });
}

/// A picture that is asked for.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    id: String,
    index: usize,
    scale: f32,
}

impl Wanted {
    fn read<T>(request: &Request<T>) -> Option<Self> {
        let mut steps = request.uri().path().split('/').skip(1);
        let (Some("page"), Some(id), Some(index), None) =
            (steps.next(), steps.next(), steps.next(), steps.next())
        else {
            return None;
        };
        let query = request.uri().query().unwrap_or_default();
        let scale = query.split('&').find_map(|pair| pair.strip_prefix("scale="));
        Some(Self {
            id: id.to_owned(),
            index: index.parse().ok()?,
            scale: scale.map_or(Ok(1.0), str::parse).ok()?,
        })
    }
}

/// Pages are drawn on as many threads as there are processors and no more: a page may need much memory.
#[derive(Clone)]
pub struct Drawing(Arc<Semaphore>);

impl Default for Drawing {
    fn default() -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(processors)))
    }
}

async fn draw(app: &AppHandle, wanted: Wanted) -> Result<Vec<u8>, StatusCode> {
    let desk = app.state::<Desk>();
    let shown = desk.documents.get(&wanted.id).map_err(|_| StatusCode::NOT_FOUND)?;
    let _turn = desk.drawing.0.acquire().await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    let drawn = spawn_blocking(move || shown.picture(wanted.index, wanted.scale)).await;
    match drawn {
        Ok(Ok(picture)) => Ok(picture.png),
        Ok(Err(PageError::NoSuchPage { .. })) => Err(StatusCode::NOT_FOUND),
        Ok(Err(PageError::Scale { .. })) => Err(StatusCode::BAD_REQUEST),
        Ok(Err(PageError::TooLarge { .. } | PageError::ImageTooLarge { .. } | PageError::TooMuch { .. })) => {
            Err(StatusCode::PAYLOAD_TOO_LARGE)
        }
        Ok(Err(_)) | Err(_) => Err(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

fn response(picture: Result<Vec<u8>, StatusCode>) -> Response<Vec<u8>> {
    let (status, kind, body) = match picture {
        Ok(png) => (StatusCode::OK, "image/png", png),
        Err(status) => (status, "text/plain", Vec::new()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = [
        (header::CONTENT_TYPE, kind),
        // A document that was closed leaves no picture behind.
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use tauri::http::{Request, StatusCode, header};

    use super::{Wanted, response};

    fn wanted(uri: &str) -> Option<Wanted> {
        Wanted::read(&Request::get(uri).body(()).expect("a request"))
    }

    #[test]
    fn an_address_names_document_page_and_scale() {
        let page = |scale| Some(Wanted { id: "a1".to_owned(), index: 2, scale });
        assert_eq!(wanted("pitser://localhost/page/a1/2?scale=1.5"), page(1.5));
        assert_eq!(wanted("http://pitser.localhost/page/a1/2"), page(1.0));
        for nonsense in
            ["/page/a1", "/page/a1/-1", "/page/a1/x", "/page/a1/2/3", "/file/a1/2", "/page/a1/2?scale=big"]
        {
            assert_eq!(wanted(&format!("pitser://localhost{nonsense}")), None, "{nonsense}");
        }
    }

    #[test]
    fn pictures_are_not_kept_and_nothing_else_is_said() {
        let picture = response(Ok(vec![1, 2, 3]));
        assert_eq!(picture.status(), StatusCode::OK);
        assert_eq!(picture.headers()[header::CONTENT_TYPE], "image/png");
        assert_eq!(picture.headers()[header::CACHE_CONTROL], "no-store");
        let missing = response(Err(StatusCode::NOT_FOUND));
        assert_eq!((missing.status(), missing.body().len()), (StatusCode::NOT_FOUND, 0));
    }
}
