//! A disk that refuses now and then.

use std::sync::{Arc, Mutex};

use pdf::Source;
use workflow::host::{File, FileError, Unnamed};

use crate::fault::Dice;

/// How often it refuses, in percent.
#[derive(Clone)]
pub struct Disk {
    refuses: Arc<Mutex<(Dice, u64)>>,
}

impl Disk {
    pub fn new(seed: u64, percent: u64) -> Self {
        Self { refuses: Arc::new(Mutex::new((Dice::new(seed), percent))) }
    }

    /// It works again.
    pub fn repaired(&self) {
        self.refuses.lock().unwrap().1 = 0;
    }

    pub fn refuses(&self) -> Result<(), FileError> {
        let (dice, percent) = &mut *self.refuses.lock().unwrap();
        if !dice.chance(*percent) {
            return Ok(());
        }
        Err(match dice.below(4) {
            0 => FileError::NoPermission,
            1 => FileError::Other { detail: "input/output error".into() },
            _ => FileError::DiskFull,
        })
    }
}

/// A new file on it.
pub struct Written {
    pub inside: Box<dyn Unnamed>,
    pub disk: Disk,
}

impl Unnamed for Written {
    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.disk.refuses()?;
        self.inside.append(bytes)
    }

    fn read_back(&self, offset: u64, into: &mut [u8]) -> Result<(), FileError> {
        self.disk.refuses()?;
        self.inside.read_back(offset, into)
    }

    fn open(&self) -> Result<Arc<dyn File>, FileError> {
        self.disk.refuses()?;
        self.inside.open()
    }

    fn name(self: Box<Self>) -> Result<(), FileError> {
        self.disk.refuses()?;
        self.inside.name()
    }
}

/// A file that was there before: somebody may write to it meanwhile.
pub struct Opened {
    pub inside: Arc<dyn File>,
    pub disk: Disk,
}

impl Source for Opened {
    fn len(&self) -> u64 {
        self.inside.len()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Result<(), pdf::Error> {
        self.inside.read_at(offset, into)
    }
}

impl File for Opened {
    fn unchanged(&self) -> Result<(), FileError> {
        self.disk.refuses().map_err(|_| FileError::Changed)
    }

    fn is_at(&self, path: &std::path::Path) -> bool {
        self.inside.is_at(path)
    }

    fn source(self: Arc<Self>) -> Arc<dyn Source> {
        self
    }
}
