//! Ways through the newer revision, and the differing objects that they meet.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use lopdf::{Dictionary, Object};

use super::{Modification, ModificationKind, ModificationLevel, Patience};
use crate::{error::Error, reading::Reading};

/// Keys under which annotations and fields are known to each other and to the structure of the document.
const KINSHIP: [&[u8]; 9] = [b"Parent", b"Popup", b"IRT", b"Obj", b"P", b"Kids", b"D", b"Fields", b"CO"];

/// What an object that is compared by rules of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The catalog or a page, compared entry by entry.
    Structure,
    /// A field, a widget or another annotation, which was one before.
    Known,
    /// One that was not.
    Added,
}

/// Where a way began.
#[derive(Debug)]
pub(super) struct Origin {
    pub(super) kind: ModificationKind,
    pub(super) name: Option<String>,
    pub(super) page: Option<u32>,
    pub(super) rect: Option<[f32; 4]>,
    pub(super) new_field: bool,
}

impl Origin {
    pub(super) fn change(&self, level: ModificationLevel) -> Modification {
        Modification {
            level,
            kind: self.kind,
            name: self.name.clone(),
            page: self.page,
            rect: self.rect,
            new_field: self.new_field,
        }
    }
}

/// Walks the newer revision.
pub(super) struct Walker<'r, 'f> {
    pub(super) new: &'r Reading<'f>,
    /// The numbers of objects that differ.
    pub(super) changed: &'r HashSet<u32>,
    pub(super) roles: HashMap<u32, Role>,
    pub(super) changes: Vec<Modification>,
    visited: HashMap<ModificationLevel, HashSet<u32>>,
    patience: &'r mut Patience,
}

impl<'r, 'f> Walker<'r, 'f> {
    pub(super) fn new(new: &'r Reading<'f>, changed: &'r HashSet<u32>, patience: &'r mut Patience) -> Self {
        Self { new, changed, roles: HashMap::new(), changes: Vec::new(), visited: HashMap::new(), patience }
    }

    pub(super) fn tell(&mut self, level: ModificationLevel, origin: &Origin) {
        self.changes.push(origin.change(level));
    }

    /// Everything that `value`, which stands under `key`, reaches: what differs there is of this level.
    pub(super) fn walk(
        &mut self,
        value: &Object,
        key: &[u8],
        level: ModificationLevel,
        origin: &Rc<Origin>,
    ) -> Result<(), Error> {
        let mut stack = vec![(value.clone(), key.to_vec())];
        while let Some((value, key)) = stack.pop() {
            self.patience.take(1)?;
            match value {
                Object::Reference(id) => {
                    if !self.visited.entry(level).or_default().insert(id.0) {
                        continue;
                    }
                    if self.meets(id.0, &key, level, origin) {
                        stack.push((self.new.shallow(id)?, key));
                    }
                }
                Object::Array(items) => stack.extend(items.into_iter().map(|item| (item, key.clone()))),
                Object::Dictionary(dictionary) => stack.extend(entries(dictionary)),
                Object::Stream(stream) => stack.extend(entries(stream.dict)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Notes an object that differs; whether the way leads on through it.
    fn meets(&mut self, number: u32, key: &[u8], level: ModificationLevel, origin: &Origin) -> bool {
        let differs = self.changed.contains(&number);
        match self.roles.get(&number) {
            Some(Role::Structure) => return false,
            // It is told where it is compared, unless it is taken for something else here.
            Some(Role::Known) if !differs || KINSHIP.contains(&key) => return false,
            Some(Role::Added) if level < ModificationLevel::Other => return false,
            _ => {}
        }
        if differs {
            self.changes.push(origin.change(level));
        }
        !self.roles.contains_key(&number)
    }
}

fn entries(dictionary: Dictionary) -> impl Iterator<Item = (Object, Vec<u8>)> {
    dictionary.into_iter().map(|(key, value)| (value, key))
}
