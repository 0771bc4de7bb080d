//! A folder for one story, with the sample in it.

use std::fs;
use std::path::{Path, PathBuf};

const SAMPLE: &str = "loan-agreement.pdf";

pub struct Folder {
    path: PathBuf,
    original: Vec<u8>,
}

impl Folder {
    /// An empty folder but for the sample.
    pub fn new(story: &str) -> Self {
        let path = root().join("target/window").join(story);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let original = fs::read(root().join("tests/fixtures/sample").join(SAMPLE)).unwrap();
        fs::write(path.join(SAMPLE), &original).unwrap();
        Self { path, original }
    }

    pub fn sample(&self) -> PathBuf {
        self.path.join(SAMPLE)
    }

    /// The program's own files, shared by the stories so that the demo makes its keys once.
    pub fn data() -> PathBuf {
        root().join("target/window/data")
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Puts something where no document lies.
    pub fn beside(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path.with_extension(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// All names, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.path).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn holds_nothing_new(&self) {
        assert_eq!(self.files(), [SAMPLE]);
        assert!(fs::read(self.sample()).unwrap() == self.original, "the original changed");
    }

    /// The signed file is here, begins with the original, and the original is as it was.
    pub fn holds_signed(&self, output: &str) {
        let output = Path::new(output);
        assert_eq!(output.parent(), Some(self.path.as_path()));
        let signed = fs::read(output).unwrap();
        assert!(signed.starts_with(&self.original) && signed.len() > self.original.len() + 8000);
        assert!(fs::read(self.sample()).unwrap() == self.original, "the original changed");
        assert_eq!(self.files().len(), 2, "{:?}", self.files());
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
