//! How a story begins.

/// Opens the sample of a folder, or ends the story where the tools are missing.
macro_rules! open {
    ($folder:ident, $file:expr) => {
        match Window::open(&$folder, &$file).await {
            Some(window) => window,
            None => return,
        }
    };
}
