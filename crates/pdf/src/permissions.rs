//! What the signatures of a file permit to be done to it (ISO 32000-2 §12.8.2).

use lopdf::{Dictionary, Object};
use serde::{Deserialize, Serialize};

use crate::{
    error::Error,
    form::{Field, Fields},
    lock::{FieldLock, LockAction, Permission},
    reading::Reading,
    seen::Entries,
};

/// References of one signature that are looked at; the format knows three methods. Of more, nobody can tell what they permit.
const MAX_REFERENCES: usize = 1_000;

/// The rules a further signature has to keep, as the file tells them. Nothing here was verified: a rule of a broken
/// signature counts too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SigningRules {
    /// Signature fields with a value, document time-stamps among them.
    pub signatures: usize,
    /// What the certification signature permits (DocMDP).
    pub certification: Option<Permission>,
    /// The strictest of all permissions: of the certification, and of the locks of fields that are signed.
    pub permission: Option<InForce>,
    /// The locks of the signatures, each with the field it came with.
    pub locks: Vec<Lock>,
    /// `/Perms` has usage rights (`/UR3`): the file was opened up for a reader, which may say after signing that its
    /// rights no longer hold. That is no obstacle.
    pub usage_rights: bool,
    /// `/NeedAppearances` is true: readers make the looks of the fields anew. Put to false with the first signature, if every field
    /// has its own.
    pub need_appearances: bool,
}

/// A permission and who set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    /// What is permitted.
    pub permission: Permission,
    /// The field whose signature says so; empty when it is known from `/Perms` alone.
    pub by: String,
}

/// A lock that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// What it locks.
    pub lock: FieldLock,
    /// The field whose signature put it into force.
    pub by: String,
}

impl SigningRules {
    pub(crate) fn read(reading: &Reading<'_>, fields: &Fields) -> Result<Self, Error> {
        let mut rules = Self::default();
        let catalog = reading.catalog()?;
        if let Some(perms) = reading.dictionary(&catalog, b"Perms")? {
            rules.usage_rights = perms.has(b"UR3") || perms.has(b"UR");
            if let Some(certification) = reading.dictionary(&perms, b"DocMDP")? {
                let found = doc_mdp(reading, &certification)?.unwrap_or(Permission::FormFilling);
                rules.certified(found, "");
            }
        }
        if let Some(form) = reading.dictionary(&catalog, b"AcroForm")? {
            rules.need_appearances =
                matches!(*reading.get(&form, b"NeedAppearances")?, Object::Boolean(true));
        }
        for field in fields.list.iter().filter(|field| field.kind == b"Sig") {
            let Some((value, _)) = &field.value else { continue };
            rules.signatures += 1;
            if let Some(signature) = reading.resolve(value).ok().and_then(Entries::of) {
                rules.signed(reading, field, &signature)?;
            }
        }
        Ok(rules)
    }

    /// Takes up the rules of one signature.
    fn signed(&mut self, reading: &Reading<'_>, field: &Field, signature: &Dictionary) -> Result<(), Error> {
        let found = Restrictions::read(reading, &field.dictionary, signature)?;
        if let Some(permission) = found.certification {
            self.certified(permission, &field.name);
        }
        for lock in found.locks {
            if let Some(permission) = lock.permission {
                self.restrict(permission, &field.name);
            }
            let lock = Lock { lock, by: field.name.clone() };
            if !self.locks.contains(&lock) {
                self.locks.push(lock);
            }
        }
        Ok(())
    }

    fn certified(&mut self, permission: Permission, by: &str) {
        self.certification = Some(self.certification.map_or(permission, |before| before.min(permission)));
        self.restrict(permission, by);
    }

    fn restrict(&mut self, permission: Permission, by: &str) {
        match &mut self.permission {
            Some(before) if before.permission < permission => {}
            // The same from `/Perms` and from the field itself: the name says more.
            Some(before) if before.permission == permission && !before.by.is_empty() => {}
            before => *before = Some(InForce { permission, by: by.to_owned() }),
        }
    }

    /// The field whose signature locks the field of that name.
    pub fn locked_by(&self, name: &str) -> Option<&str> {
        self.locks.iter().find(|lock| lock.lock.locks(name)).map(|lock| lock.by.as_str())
    }

    /// Whether a new field may be seen. After a certification, and after a lock with a permission, a field that was not
    /// there cannot appear: the strict readers take it for a change of the document.
    pub const fn permits_new_visible_field(&self) -> bool {
        self.permission.is_none()
    }

    /// Whether a signature (not a document time-stamp) may be put into the field of that name, new or not.
    pub(crate) fn permit_signature(&self, name: &str) -> Result<(), Error> {
        if let Some(InForce { permission: Permission::NoChanges, by }) = &self.permission {
            return Err(Error::Locked { by: by.clone() });
        }
        self.permit_field(name)
    }

    /// Whether the field of that name may change.
    pub(crate) fn permit_field(&self, name: &str) -> Result<(), Error> {
        match self.locked_by(name) {
            Some(by) => Err(Error::FieldLocked { name: name.to_owned(), by: by.to_owned() }),
            None => Ok(()),
        }
    }

    /// Whether the document may be certified: it is the first signature that does (§12.8.1).
    pub(crate) fn permit_certification(&self) -> Result<(), Error> {
        if self.signatures > 0 || self.certification.is_some() {
            return Err(Error::NotFirst { signatures: self.signatures });
        }
        Ok(())
    }
}

/// What one signature restricts from its own revision on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restrictions {
    /// What it permits as a certification (DocMDP).
    pub certification: Option<Permission>,
    /// The fields it locks: by its FieldMDP reference, and by the lock of its field.
    pub locks: Vec<FieldLock>,
}

impl Restrictions {
    pub(crate) fn read(
        reading: &Reading<'_>,
        field: &Dictionary,
        signature: &Dictionary,
    ) -> Result<Self, Error> {
        let Some(parameters) = parameters(reading, signature, b"FieldMDP")? else {
            let all = FieldLock { action: LockAction::All, fields: Vec::new(), permission: None };
            return Ok(Self { certification: Some(Permission::NoChanges), locks: vec![all] });
        };
        let own = reading.dictionary(field, b"Lock")?.map(Entries::into_owned);
        let locks = parameters.iter().chain(&own).map(|lock| FieldLock::read(reading, lock));
        Ok(Self { certification: doc_mdp(reading, signature)?, locks: locks.collect::<Result<_, _>>()? })
    }

    /// The strictest permission of all; nothing where none is set.
    pub fn permission(&self) -> Option<Permission> {
        self.locks.iter().filter_map(|lock| lock.permission).chain(self.certification).min()
    }

    /// Whether the field of that name is locked.
    pub fn lock(&self, name: &str) -> bool {
        self.locks.iter().any(|lock| lock.locks(name))
    }

    /// Whether a field is locked by its name that stands below the one of that name.
    pub fn locks_below(&self, name: &str) -> bool {
        let is_below = |field: &String| field.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
        let included = self.locks.iter().filter(|lock| lock.action == LockAction::Include);
        included.flat_map(|lock| &lock.fields).any(is_below)
    }
}

/// `/P` of the signature's DocMDP reference, 2 where it has none (table 254); of several the strictest.
fn doc_mdp(reading: &Reading<'_>, signature: &Dictionary) -> Result<Option<Permission>, Error> {
    let Some(parameters) = parameters(reading, signature, b"DocMDP")? else {
        return Ok(Some(Permission::NoChanges));
    };
    let told = |parameters| -> Result<_, Error> {
        Ok(Permission::told(&*reading.get(parameters, b"P")?).unwrap_or(Permission::FormFilling))
    };
    Ok(parameters.iter().map(told).collect::<Result<Vec<_>, _>>()?.into_iter().min())
}

/// The parameters of the signature's references with that method, empty ones where a reference has none; nothing where there are too
/// many references.
fn parameters(
    reading: &Reading<'_>,
    signature: &Dictionary,
    method: &[u8],
) -> Result<Option<Vec<Dictionary>>, Error> {
    let references = reading.array(signature, b"Reference")?;
    if references.len() > MAX_REFERENCES {
        return Ok(None);
    }
    let mut found = Vec::new();
    for reference in &references {
        let Object::Dictionary(reference) = reading.resolve(reference)?.into_owned() else { continue };
        if matches!(&*reading.get(&reference, b"TransformMethod")?, Object::Name(name) if name == method) {
            let parameters = reading.dictionary(&reference, b"TransformParams")?;
            found.push(parameters.unwrap_or_default().into_owned());
        }
    }
    Ok(Some(found))
}
