//! Bodies of the APIs that are not what they should be.

use http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::faults::{BodyFault, Faults};
use crate::reply::Answer;

/// How long a body without end is, in bytes: more than a client should take, and an end all the same.
pub const OVERSIZED: u64 = 1 << 30;

/// Marks an answer whose body is followed by so many blanks, which no JSON parser minds. They are made as they are sent: of
/// the whole body there is never more than a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blanks(pub u64);

/// What becomes of an answer of an API under the faults in force.
pub fn spoilt(mut answer: Answer, faults: &mut Faults) -> Answer {
    let is_json = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().ends_with(b"json"));
    if faults.body == BodyFault::None || !is_json || !answer.status().is_success() {
        return answer;
    }
    if faults.body_spared > 0 {
        faults.body_spared -= 1;
        return answer;
    }
    match faults.body {
        BodyFault::None => {}
        BodyFault::Broken => {
            // Every name is followed by a colon too many.
            let text = String::from_utf8_lossy(answer.body()).replace("\":", "\"::");
            *answer.body_mut() = text.into_bytes();
        }
        BodyFault::Torn => {
            let half = answer.body().len() / 2;
            answer.body_mut().truncate(half);
        }
        BodyFault::WrongTypes => {
            let twisted = serde_json::from_slice(answer.body()).map_or(Value::Null, twisted_fields);
            *answer.body_mut() = twisted.to_string().into_bytes();
        }
        BodyFault::Oversized => {
            answer.extensions_mut().insert(Blanks(OVERSIZED));
        }
    }
    answer
}

/// The fields are there, and none is of its type.
fn twisted_fields(body: Value) -> Value {
    match body {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, twisted(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => twisted(other),
    }
}

/// A number for a text, a text for a number or a truth value, a list for an object, an object for a list.
fn twisted(value: Value) -> Value {
    match value {
        Value::Null | Value::Object(_) => json!(["a list"]),
        Value::Bool(_) | Value::Number(_) => json!("a text"),
        Value::String(_) => json!(7),
        Value::Array(_) => json!({"an": "object"}),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reply;

    fn spoil(body: BodyFault, spared: u32) -> (Vec<u8>, Vec<u8>) {
        let mut faults = Faults { body, body_spared: spared, ..Faults::default() };
        let answer =
            || reply::json(200, &json!({"state": "OK", "n": 1, "b": true, "o": {"a": []}, "l": ["x"]}));
        (spoilt(answer(), &mut faults).into_body(), spoilt(answer(), &mut faults).into_body())
    }

    #[test]
    fn each_fault_is_what_it_is_called() {
        let plain = spoil(BodyFault::None, 0).0;
        let read = |body: &[u8]| serde_json::from_slice::<Value>(body);
        assert!(read(&spoil(BodyFault::Broken, 0).0).unwrap_err().is_syntax());
        assert!(read(&spoil(BodyFault::Torn, 0).0).unwrap_err().is_eof());
        let twisted = read(&spoil(BodyFault::WrongTypes, 0).0).unwrap();
        let expected =
            json!({"state": 7, "n": "a text", "b": "a text", "o": ["a list"], "l": {"an": "object"}});
        assert_eq!(twisted, expected);
        let (first, second) = spoil(BodyFault::Broken, 1);
        assert_eq!(first, plain, "spared");
        assert_ne!(second, plain);
    }

    #[test]
    fn a_body_without_end_is_not_held() {
        let mut faults = Faults { body: BodyFault::Oversized, ..Faults::default() };
        let answer = spoilt(reply::json(200, &json!({})), &mut faults);
        assert_eq!((answer.body().len(), answer.extensions().get()), (2, Some(&Blanks(OVERSIZED))));
        // What is no success, or no JSON, is left as it is.
        for answer in [reply::json(400, &json!({})), reply::text(200, "x"), reply::empty(503)] {
            assert_eq!(spoilt(answer, &mut faults).extensions().get::<Blanks>(), None);
        }
    }
}
