//! Published attacks on our own signed files: no signature passes whose document no longer shows what was signed. And
//! honest files that went on after signing, which nobody should be warned of.
//!
//! Each class prints its cases and how they were noticed; `-- --nocapture` shows it.
#![allow(clippy::unwrap_used)]

#[path = "attacks/benign.rs"]
mod benign;
#[path = "attacks/certified.rs"]
mod certified;
#[path = "attacks/cms.rs"]
mod cms;
#[path = "attacks/published.rs"]
mod published;
#[path = "attacks/saving.rs"]
mod saving;
#[path = "attacks/shadow.rs"]
mod shadow;
#[path = "attacks/signature.rs"]
mod signature;
#[path = "attacks/stage.rs"]
mod stage;
#[path = "attacks/structure.rs"]
mod structure;
#[path = "attacks/update.rs"]
mod update;

use shadow::Which;
use stage::{judge, judge_by, kept, told_by, told_covered};

#[test]
fn a_signature_that_cannot_be_verified_is_none_that_passes() {
    judge("universal signature forgery", signature::unverifiable, 300);
}

#[test]
fn a_signature_is_not_lost_where_the_way_to_it_is_broken() {
    judge_by(kept, "broken ways to a signature", signature::astray, 80);
}

#[test]
fn a_byte_range_that_leaves_something_out_is_noticed() {
    judge("byte ranges", signature::ranges, 100);
}

#[test]
fn what_a_signature_says_of_itself_cannot_be_told_otherwise() {
    judge("dictionary spoofing", signature::spoofed, 100);
}

#[test]
fn signed_bytes_cannot_be_moved_around_other_objects() {
    judge("signature wrapping", signature::wrapped, 100);
}

#[test]
fn an_update_that_exchanges_a_page_is_noticed_however_it_ends() {
    judge("incremental saving, ends", saving::ends, 200);
}

#[test]
fn whatever_shows_a_page_cannot_be_exchanged() {
    judge("incremental saving, changes", saving::changes, 400);
}

#[test]
fn what_was_hidden_stays_hidden() {
    judge("shadow, hide", |base| shadow::cases(base, Which::Hide), 50);
}

#[test]
fn what_is_shown_of_a_value_cannot_be_replaced() {
    judge("shadow, replace", |base| shadow::cases(base, Which::Replace), 50);
}

#[test]
fn no_second_document_comes_forth_from_the_signed_bytes() {
    judge("shadow, hide and replace", |base| shadow::cases(base, Which::HideAndReplace), 50);
}

#[test]
fn notes_over_a_page_are_noticed_where_notes_are_not_permitted() {
    judge("evil annotations", certified::annotations, 80);
}

#[test]
fn notes_that_hide_what_was_signed_are_told_where_notes_are_permitted() {
    judge_by(told_covered, "evil annotations, permitted", certified::covering, 36);
}

#[test]
fn what_passes_for_a_note_or_a_field_is_noticed() {
    judge("more than notes", certified::beyond_notes, 50);
}

#[test]
fn a_signature_cannot_paint_over_what_was_certified() {
    judge("sneaky signatures", certified::sneaky, 40);
}

#[test]
fn a_signature_that_really_is_one_cannot_paint_over_what_was_signed_either() {
    judge_by(told_by, "sneaky signatures, genuine", certified::genuine, 60);
}

#[test]
fn a_value_put_together_otherwise_is_no_signature() {
    judge("confused attributes and signers", cms::cases, 200);
}

#[test]
fn the_value_of_another_file_is_no_signature() {
    judge("values of other files", cms::of_another, 50);
}

#[test]
fn where_readers_would_differ_nobody_is_told_that_all_is_well() {
    judge("duplicate objects and hybrids", structure::ambiguous, 150);
}

#[test]
fn bytes_that_belong_to_nobody_are_noticed() {
    judge("unaccounted bytes", structure::unaccounted, 100);
}

#[test]
fn endless_work_comes_to_an_end() {
    judge("denial of service", structure::endless, 90);
}
