//! Amounts whose case intl_pluralrules 7 gets wrong: where CLDR looks at the last digits of a number (`n % 10 = 2..9`), it
//! looks at all of the number. Latvian and Lithuanian say amounts above 20 wrongly then (“22 puslapių”).
//!
//! Such an amount is chosen by as a small one of the same case, and still written as itself.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::language::Language;

/// The amount as the choice of a case needs it.
pub(crate) fn chosen_by<'a>(language: Language, figure: FluentValue<'a>) -> FluentValue<'a> {
    let FluentValue::Number(number) = figure else { return figure };
    let Some(small) = stand_in(language, number.value) else { return FluentValue::Number(number) };
    let mut options = number.options.clone();
    // Of all that a number carries, only this can hold a text, and no sentence speaks of money.
    options.currency = Some(number.as_string().into_owned());
    FluentValue::Number(FluentNumber::new(small, options))
}

/// The amount as it is written, where it is chosen by as another.
pub(crate) fn written(figure: &FluentValue<'_>) -> Option<String> {
    match figure {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}

/// A smaller number of the same case (CLDR 48, plural rules), where the larger one would be misjudged.
fn stand_in(language: Language, amount: f64) -> Option<f64> {
    if amount < 20.0 || amount.fract() != 0.0 {
        return None;
    }
    let (last, last_two) = (amount % 10.0, amount % 100.0);
    match language {
        Language::Latvian | Language::Lithuanian if (11.0..=19.0).contains(&last_two) => Some(last_two),
        Language::Lithuanian if last >= 2.0 => Some(last),
        _ => None,
    }
}
