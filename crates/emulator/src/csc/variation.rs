//! What the service says of itself and of a key otherwise than it is used to, and what follows from that.

use serde_json::{Map, Value};

/// A JSON merge patch, RFC 7396 §2: what is null goes, objects are gone into, whatever else takes the place of what was there.
pub fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        if !patch.is_null() {
            target.clone_from(patch);
        }
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(members) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            members.remove(name);
        } else {
            merge(members.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

/// Whether an `auth/expression` is true of those that were given: the operator that binds least splits it, `OR` and `XOR`
/// before `AND`.
pub fn satisfied(expression: &str, given: &impl Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    is_true(&words, given)
}

fn is_true(words: &[&str], given: &impl Fn(&str) -> bool) -> bool {
    for operators in [&["OR", "XOR"][..], &["AND"]] {
        if let Some(at) = last_outside(words, operators) {
            let (left, right) = (is_true(&words[..at], given), is_true(&words[at + 1..], given));
            return match words[at] {
                "OR" => left || right,
                "XOR" => left != right,
                _ => left && right,
            };
        }
    }
    match words {
        ["(", inner @ .., ")"] => is_true(inner, given),
        [id] => given(id),
        _ => false,
    }
}

/// The last of these operators that stands in no brackets.
fn last_outside(words: &[&str], operators: &[&str]) -> Option<usize> {
    let mut depth = 0_i32;
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        match *word {
            "(" => depth += 1,
            ")" => depth -= 1,
            word if depth == 0 && operators.contains(&word) => found = Some(at),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Cases of RFC 7396 Appendix A.
    #[test]
    fn a_patch_takes_places() {
        for (original, patch, result) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "b"}), json!({"b": "c"}), json!({"a": "b", "b": "c"})),
            (json!({"a": "b", "b": "c"}), json!({"a": null}), json!({"b": "c"})),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": {"b": "c"}}), json!({"a": {"b": "d", "c": null}}), json!({"a": {"b": "d"}})),
            (json!({}), json!({"a": {"bb": {"ccc": null}}}), json!({"a": {"bb": {}}})),
        ] {
            let mut target = original;
            merge(&mut target, &patch);
            assert_eq!(target, result);
        }
        let mut untouched = json!({"a": 1});
        merge(&mut untouched, &Value::Null);
        assert_eq!(untouched, json!({"a": 1}), "no patch at all");
    }

    #[test]
    fn an_expression_is_true_of_what_it_says() {
        for (expression, given, expected) in [
            ("PIN AND OTP", &["PIN", "OTP"][..], true),
            ("PIN AND OTP", &["PIN"], false),
            ("PIN OR OTP", &["OTP"], true),
            ("PIN XOR OTP", &["PIN", "OTP"], false),
            ("PIN OR OTP AND APP", &["OTP"], false),
            ("(PIN OR OTP) AND APP", &["OTP", "APP"], true),
            ("(PIN AND OTP) XOR (APP)", &["APP"], true),
            ("", &["PIN"], false),
        ] {
            assert_eq!(
                satisfied(expression, &|id| given.contains(&id)),
                expected,
                "{expression} of {given:?}"
            );
        }
    }
}
