//! What was changed after signing, against what the signature permits (ISO 32000-2 §12.8.2.2 and §12.8.2.4).

use ades::{
    Modification, ModificationKind, ModificationLevel, Modifications, Permission, Restrictions,
    SignatureFacts,
};

use crate::checks::Checks;
use crate::policy::{ChangeConstraints, Level};
use crate::report::{Question, SubIndication};
use crate::sight::{Forbidden, NAMED, Sight, What};
use crate::told::code;

const CLAUSE: &str = "ISO 32000-2 §12.8.2";

/// The room that a field may take which nobody signed for, in square points: a quarter of a sheet of A4. Seals are smaller;
/// what is larger lies over what was signed.
const ROOM: f32 = 595.0 * 842.0 / 4.0;

/// Judges what later revisions changed.
pub(crate) fn check(
    checks: &mut Checks,
    signature: &SignatureFacts,
    found: &Modifications,
    policy: &ChangeConstraints,
) {
    // Had nothing been added but proof about signatures, this would not be asked.
    let later = match found.level {
        ModificationLevel::None | ModificationLevel::Archival => "metadata".to_owned(),
        level => code(&level),
    };
    let level = [("later", later.clone())];
    let changes = [("later", later), ("changes", told(found))];
    let objection = objection(&signature.restrictions, found);
    match &objection {
        None => {
            checks.passed(Question::Coverage, CLAUSE, &level);
            let level = match found.level {
                ModificationLevel::FormFilling => policy.form_filling,
                ModificationLevel::Annotation => policy.annotations,
                _ => Level::Ignore,
            };
            let why = SubIndication::SigConstraintsFailure;
            match level {
                Level::Ignore => checks.passed(Question::ChangesAfterSigning, CLAUSE, &changes),
                level => checks.constrained(Question::ChangesAfterSigning, CLAUSE, level, why, &changes),
            }
        }
        Some(objection) => {
            let what = objection.told();
            let (why, force) = (SubIndication::SigConstraintsFailure, policy.not_permitted);
            checks.constrained(Question::Coverage, CLAUSE, force, why, &level);
            let detail = [level[0].clone(), ("changes", told(found)), ("objection", what)];
            checks.constrained(Question::ChangesAfterSigning, CLAUSE, force, why, &detail);
        }
    }
    checks.shows(Question::ChangesAfterSigning, &sights(found, objection.as_ref()));
}

/// What was changed; what the signature has something against comes first, and once.
fn sights(found: &Modifications, objection: Option<&Objection<'_>>) -> Vec<Sight> {
    let objected =
        |change: &Modification| matches!(objection, Some(Objection::To(_, it)) if std::ptr::eq(*it, change));
    let others = found.told.iter().take(NAMED).filter(|change| !objected(change));
    let more = Some(more(found)).filter(|more| *more > 0).map(Sight::more);
    let first = objection.and_then(Objection::sight);
    first.into_iter().chain(others.map(|change| Sight::change(What::Changed, change))).chain(more).collect()
}

/// What a signature has against what was changed.
enum Objection<'a> {
    /// This change.
    To(Forbidden, &'a Modification),
    /// Nothing may be changed unseen, and so many changes more are not told one by one.
    Untold(usize),
}

impl Objection<'_> {
    /// Such as `locked: page 3: field-value Name`.
    fn told(&self) -> String {
        match self {
            Self::To(Forbidden::Level | Forbidden::NewField, change) => named(change),
            Self::To(Forbidden::Locked, change) => format!("locked: {}", named(change)),
            Self::To(Forbidden::Large, change) => format!("large: {}", named(change)),
            Self::Untold(count) => format!("{count} changes more"),
        }
    }

    fn sight(&self) -> Option<Sight> {
        match self {
            Self::To(why, change) => Some(Sight::change(What::Forbidden { why: *why }, change)),
            Self::Untold(_) => None,
        }
    }
}

/// What the signature has against it.
fn objection<'a>(restrictions: &Restrictions, found: &'a Modifications) -> Option<Objection<'a>> {
    let permission = restrictions.permission();
    let permitted = match permission {
        // Where nothing is said, forms may be filled in and signed: that is what forms and second signers are for.
        None | Some(Permission::FormFilling) => ModificationLevel::FormFilling,
        Some(Permission::NoChanges) => ModificationLevel::Archival,
        Some(Permission::Annotations) => ModificationLevel::Annotation,
    };
    let grave = found.told.iter().find(|change| change.level > permitted);
    if let Some(change) = grave {
        return Some(Objection::To(Forbidden::Level, change));
    }
    // What a field holds, those below it take over.
    let closed = |change: &&Modification| {
        let locks = |name| restrictions.lock(name) || restrictions.locks_below(name);
        // Of one whose name nobody can tell, nobody can say that it is spared.
        let unnamed = || !restrictions.locks.is_empty();
        change.name.as_deref().map_or_else(unnamed, locks)
    };
    let is_field = |change: &&Modification| {
        matches!(change.kind, ModificationKind::FieldValue | ModificationKind::Signature)
    };
    // What is drawn anew shows what it holds, and not what it was given to show.
    let mut locked = found.told.iter().filter(is_field).chain(&found.redrawn).filter(closed);
    if let Some(change) = locked.next() {
        return Some(Objection::To(Forbidden::Locked, change));
    }
    // A place on a page was not among what was certified.
    let unforeseen = |change: &&Modification| change.new_field && change.is_seen() && permission.is_some();
    if let Some(change) = found.told.iter().find(unforeseen) {
        return Some(Objection::To(Forbidden::NewField, change));
    }
    let large = |change: &&Modification| {
        let room = |[left, bottom, right, top]: [f32; 4]| (right - left) * (top - bottom);
        change.new_field && change.is_seen() && change.rect.map(room) > Some(ROOM)
    };
    if let Some(change) = found.told.iter().find(large) {
        return Some(Objection::To(Forbidden::Large, change));
    }
    (found.untold > 0).then_some(Objection::Untold(found.untold))
}

fn told(found: &Modifications) -> String {
    let mut names: Vec<String> = found.told.iter().take(NAMED).map(named).collect();
    let more = more(found);
    if more > 0 {
        names.push(format!("{more} more"));
    }
    names.join("; ")
}

/// Changes that are not named.
fn more(found: &Modifications) -> usize {
    found.told.len().saturating_sub(NAMED).saturating_add(found.untold)
}

/// Such as `page 3: annotation-added Stamp`.
fn named(change: &Modification) -> String {
    let page = change.page.map(|page| format!("page {page}: ")).unwrap_or_default();
    let name = change.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    format!("{page}{}{name}", code(&change.kind))
}

#[cfg(test)]
mod tests {
    use ades::{FieldLock, LockAction};

    use super::*;

    fn of_field(kind: ModificationKind, name: Option<&str>) -> Modification {
        let name = name.map(str::to_owned);
        let level = ModificationLevel::FormFilling;
        Modification { level, kind, name, page: Some(1), rect: None, new_field: false }
    }

    /// What is not told one by one was not judged either.
    #[test]
    fn changes_that_are_only_counted_do_not_pass() {
        let certified = Restrictions { certification: Some(Permission::FormFilling), locks: Vec::new() };
        for restrictions in [Restrictions::default(), certified] {
            for (untold, expected) in [(0, None), (7, Some("7 changes more".to_owned()))] {
                let level = ModificationLevel::FormFilling;
                let told = vec![of_field(ModificationKind::FieldValue, Some("Sum"))];
                let found = Modifications { level, told, untold, redrawn: Vec::new() };
                assert_eq!(objection(&restrictions, &found).map(|objection| objection.told()), expected);
            }
        }
    }

    /// A field that is locked shows what it showed: nobody fills it in, and no program is told to draw it anew.
    #[test]
    fn a_locked_field_is_not_drawn_anew() {
        let redrawn = |name| Modifications {
            level: ModificationLevel::FormFilling,
            told: vec![of_field(ModificationKind::Form, Some("NeedAppearances"))],
            untold: 0,
            redrawn: vec![of_field(ModificationKind::Field, name)],
        };
        let sum = FieldLock { action: LockAction::Include, fields: vec!["Sum".into()], permission: None };
        let all = FieldLock { action: LockAction::All, fields: Vec::new(), permission: None };
        let cases = [
            (vec![sum.clone()], Some("Sum"), true),
            (vec![sum.clone()], Some("Sum.Tax"), true),
            (vec![sum.clone()], Some("City"), false),
            (vec![sum], None, true),
            (vec![all], Some("City"), true),
            (vec![], Some("Sum"), false),
            (vec![], None, false),
        ];
        for (locks, name, forbidden) in cases {
            let restrictions = Restrictions { certification: None, locks };
            let found = redrawn(name);
            let told = objection(&restrictions, &found).map(|objection| objection.told());
            let expected =
                format!("locked: page 1: field{}", name.map(|name| format!(" {name}")).unwrap_or_default());
            assert_eq!(told, forbidden.then_some(expected), "{restrictions:?}");
        }
    }
}
