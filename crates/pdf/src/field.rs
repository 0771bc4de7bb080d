//! The field of a signature: a new one, or one that waits in the form (ISO 32000-1 §12.7.4.5).

use lopdf::{Object, ObjectId};

use crate::{
    appearance, conformance,
    error::Error,
    form::{self, Field, Fields},
    lock::{FieldLock, Permission},
    looks, pages,
    permissions::SigningRules,
    signatures::rect,
    spec::{FieldPlace, SignatureKind, SignatureSpec},
    structure, text,
    update::{Holder, Update, reference, serialized, stream},
    value::Effects,
};

/// Names tried for a new field. A form that has taken or locked all of them means to have no further one.
const MAX_NAMES: u32 = 1_000;

/// Where a signature goes.
pub(crate) enum Target<'a> {
    New { name: String },
    Waiting(&'a Field),
}

impl<'a> Target<'a> {
    /// The place that was asked for, where the rules of the file leave it open.
    pub(crate) fn find(
        spec: &SignatureSpec,
        fields: &'a Fields,
        rules: &SigningRules,
    ) -> Result<Self, Error> {
        let target = match &spec.place {
            FieldPlace::New(Some(name)) => Self::New { name: new_name(name, fields)? },
            FieldPlace::New(None) => Self::New { name: free_name(spec.kind, fields, rules) },
            FieldPlace::Existing(name) => Self::Waiting(form::waiting(fields, name)?),
        };
        match (spec.kind, &target) {
            (SignatureKind::Signature, target) => rules.permit_signature(target.name())?,
            // §12.8.2.2: document time-stamps may always be added, but a locked field does not change.
            (SignatureKind::DocumentTimestamp, Self::New { .. }) => {}
            (SignatureKind::DocumentTimestamp, Self::Waiting(field)) => {
                rules.permit_field(&field.name)?;
            }
        }
        Ok(target)
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::New { name } => name,
            Self::Waiting(field) => &field.name,
        }
    }

    /// What the signature will do besides signing: the lock of its field comes into force, and a certification too.
    pub(crate) fn effects(
        &self,
        update: &Update<'_>,
        spec: &SignatureSpec,
        rules: &SigningRules,
    ) -> Result<Effects, Error> {
        if spec.kind == SignatureKind::DocumentTimestamp {
            return Ok(Effects::default());
        }
        let mut lock = match self {
            Self::New { .. } => None,
            Self::Waiting(field) => {
                let lock = update.reading().dictionary(&field.dictionary, b"Lock")?;
                lock.map(|lock| FieldLock::read(update.reading(), &lock)).transpose()?
            }
        };
        let told = lock.as_ref().and_then(|lock| lock.permission);
        // Permissions are taken away and never given (table 233): the strictest counts.
        let strictest = [told, spec.permit, spec.certify].into_iter().flatten().min();
        let in_force = rules.permission.as_ref().map(|rule| rule.permission);
        let strictest = strictest.map(|found| in_force.map_or(found, |before| before.min(found)));
        if let Some(lock) = &mut lock {
            lock.permission = strictest;
        }
        Ok(Effects { certify: spec.certify.and(strictest), lock })
    }
}

fn new_name(name: &str, fields: &Fields) -> Result<String, Error> {
    match name {
        name if name.is_empty() || name.contains('.') => Err(Error::Unsupported {
            what: format!("the field name {name:?}: a name without period is needed"),
        }),
        name if fields.names.contains(name) => Err(Error::FieldExists { name: name.into() }),
        name => Ok(name.into()),
    }
}

/// The first name that is free and that no lock means; where all are locked, one whose lock will be named.
fn free_name(kind: SignatureKind, fields: &Fields, rules: &SigningRules) -> String {
    let free = || {
        // There are fewer names taken than numbers to try.
        (1..).map(|n: u32| format!("Signature{n}")).filter(|name| !fields.names.contains(name))
    };
    let open = free()
        .take(MAX_NAMES as usize)
        .find(|name| kind == SignatureKind::DocumentTimestamp || rules.locked_by(name).is_none());
    open.or_else(|| free().next()).unwrap_or_default()
}

/// A new field, merged with its widget, in the form and on its page, which is the first for an invisible one.
pub(crate) fn add(
    update: &mut Update<'_>,
    value: ObjectId,
    name: &str,
    spec: &SignatureSpec,
    is_first: bool,
) -> Result<(), Error> {
    let page = match &spec.appearance {
        Some(appearance) => pages::nth(update.reading(), appearance.page)?,
        None => update.first_page()?,
    };
    let (rect, appearance) = match &spec.appearance {
        Some(appearance) => {
            let (rect, shown) = appearance::on_page(update, &page.dictionary, appearance)?;
            (rect, Some(shown))
        }
        None => {
            // What is added after a signature should be as little as can be: validators take a document time-stamp with
            // an appearance for the filling of a form.
            let bare = spec.kind == SignatureKind::DocumentTimestamp
                && !conformance::wants_appearances(update.reading());
            let empty = if bare { None } else { Some(update.add(empty_appearance([0.0; 2]))?) };
            ("[0 0 0 0]".to_owned(), empty)
        }
    };
    let page = page.id;
    let id = update.reserve()?;
    let mut field = b"<</Type/Annot/Subtype/Widget/FT/Sig/T".to_vec();
    field.extend(serialized(&text::encode(name)));
    let language = spec.alternate_name.as_ref().map(|name| name.language.as_str());
    if is_first && let Some(key) = structure::tag(update, id, page, language)? {
        structure::order_tabs(update, page)?;
        field.extend(format!("/StructParent {key}").into_bytes());
    }
    if let Some(alternate) = &spec.alternate_name {
        field.extend_from_slice(b"/TU");
        field.extend(serialized(&text::encode(&alternate.text)));
    }
    if let Some(permission) = spec.permit {
        field.extend_from_slice(b"/Lock ");
        field.extend(lock_of_none(permission).into_bytes());
    }
    // Table 164: /F Print and Locked.
    let shown = appearance.map_or_else(String::new, |shown| format!("/AP<</N {}>>", reference(shown)));
    let rest = format!("/V {}/F 132/Rect{rect}/P {}{shown}>>", reference(value), reference(page));
    field.extend(rest.into_bytes());
    update.put(id, field);
    update.push(Holder::Object(page), "Annots", id)?;
    let form = match form_of(update)? {
        Some(form) => form,
        None => {
            let root = update.reading().root()?;
            let form = update.add(b"<</Fields[]>>".to_vec())?;
            update.set(Holder::Object(root), "AcroForm", reference(form).as_bytes())?;
            Holder::Object(form)
        }
    };
    update.push(form, "Fields", id)
}

/// The value of a field that waited for it. Number, `/Rect`, `/T` and `/FT` stay. A seal is shown by the widget. Without
/// one, a widget apart from its field stays as it is; one that is merged with it gets an appearance where it has none.
pub(crate) fn fill(
    update: &mut Update<'_>,
    value: ObjectId,
    field: &Field,
    spec: &SignatureSpec,
    is_first: bool,
) -> Result<(), Error> {
    let id = field.id.ok_or_else(|| Error::FieldDirect { name: field.name.clone() })?;
    let holder = Holder::Object(id);
    update.set(holder, "V", reference(value).as_bytes())?;
    if let Some(appearance) = &spec.appearance {
        let widget = field.widget.ok_or_else(|| Error::FieldDirect { name: field.name.clone() })?;
        let shown = appearance::in_field(update, widget, &field.widget_dictionary, &appearance.seal)?;
        update.set(Holder::Object(widget), "AP", format!("<</N {}>>", reference(shown)).as_bytes())?;
    } else if field.widget == Some(id) && !field.dictionary.has(b"AP") {
        let [left, bottom, right, top] = rect(update.reading(), field)?.unwrap_or_default();
        let appearance = update.add(empty_appearance([(right - left).abs(), (top - bottom).abs()]))?;
        update.set(holder, "AP", format!("<</N {}>>", reference(appearance)).as_bytes())?;
    }
    if let Some(permission) = spec.permit {
        restrict(update, id, field, permission, is_first)?;
    }
    if let Some(alternate) = &spec.alternate_name
        && is_first
        && !field.dictionary.has(b"TU")
    {
        update.set(holder, "TU", &serialized(&text::encode(&alternate.text)))?;
    }
    Ok(())
}

/// `/P` of the field's lock, which signatures before this one would see as a change of the field.
fn restrict(
    update: &mut Update<'_>,
    id: ObjectId,
    field: &Field,
    permission: Permission,
    is_first: bool,
) -> Result<(), Error> {
    let lock = update.reading().dictionary(&field.dictionary, b"Lock")?;
    let told = match &lock {
        Some(lock) => FieldLock::read(update.reading(), lock)?.permission,
        None => None,
    };
    if told.is_some_and(|told| told <= permission) {
        return Ok(());
    }
    if !is_first {
        return Err(Error::LockMissing { name: field.name.clone(), permission: permission.number() });
    }
    match update.holder(id, "Lock")? {
        Some(lock) => update.set(lock, "P", permission.number().to_string().as_bytes()),
        None => update.set(Holder::Object(id), "Lock", lock_of_none(permission).as_bytes()),
    }
}

/// A lock that locks no field and says what the document permits.
fn lock_of_none(permission: Permission) -> String {
    format!("<</Type/SigFieldLock/Action/Include/Fields[]/P {}>>", permission.number())
}

/// `/SigFlags` SignaturesExist and AppendOnly (table 219), and no looks made anew by readers (§12.7.2) where the form has
/// them all: without those, what was filled in would be seen no more. (poppler makes even a seal's look anew, and shows
/// nothing: what was there goes before the seal.) Both only with the first signature, since a
/// signature that is there covers the form as it was.
pub(crate) fn announce(update: &mut Update<'_>, fields: &Fields, is_first: bool) -> Result<(), Error> {
    let Some(form) = form_of(update)?.filter(|_| is_first) else { return Ok(()) };
    let dictionary = update.dictionary(form)?;
    let flags = dictionary.integer(b"SigFlags").unwrap_or(0);
    if flags & 3 != 3 {
        update.set(form, "SigFlags", (flags | 3).to_string().as_bytes())?;
    }
    let is_left = dictionary.value(b"NeedAppearances").is_some_and(|value| value != b"false");
    if is_left && looks::are_complete(update.reading(), fields)? {
        update.set(form, "NeedAppearances", b"false")?;
    }
    Ok(())
}

/// `/Perms` points at the certification signature (table 258).
pub(crate) fn certify(update: &mut Update<'_>, value: ObjectId) -> Result<(), Error> {
    let root = update.reading().root()?;
    match update.holder(root, "Perms")? {
        Some(perms) => update.set(perms, "DocMDP", reference(value).as_bytes()),
        None => {
            let perms = format!("<</DocMDP {}>>", reference(value));
            update.set(Holder::Object(root), "Perms", perms.as_bytes())
        }
    }
}

fn form_of(update: &Update<'_>) -> Result<Option<Holder>, Error> {
    update.holder(update.reading().root()?, "AcroForm")
}

/// A form XObject of that width and height that draws nothing.
fn empty_appearance([width, height]: [f32; 2]) -> Vec<u8> {
    let sides = [0.0, 0.0, width, height].map(Object::Real);
    let sides = String::from_utf8_lossy(&serialized(&Object::Array(sides.to_vec()))).into_owned();
    stream(&format!("<</Type/XObject/Subtype/Form/BBox{sides}/Resources<<>>/Length 0>>"), b"")
}
