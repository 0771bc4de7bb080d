//! An answer, and what has become of it on the way.

use serde_json::{Value, json};
use workflow::host::Response;

use crate::fault::{Dice, Spoiling};

/// The answer with something done to it.
pub fn spoiled(mut response: Response, spoiling: Spoiling, dice: &mut Dice) -> Response {
    match spoiling {
        Spoiling::Torn => {
            let length = dice.below(response.body().len().max(1) as u64);
            response.body_mut().truncate(usize::try_from(length).unwrap());
        }
        Spoiling::Empty => response.body_mut().clear(),
        Spoiling::Page => {
            response.headers_mut().insert("content-type", "text/html".parse().unwrap());
            *response.body_mut() = b"<!DOCTYPE html><title>Welcome to our network</title>".to_vec();
        }
        Spoiling::ExtraFields => in_json(
            &mut response,
            |fields, dice| {
                let name = format!("new{}", dice.below(1000));
                fields.insert(name, json!({"deep": [[[{"er": null}]], 1e300, "\u{1f512}"]}));
            },
            dice,
        ),
        Spoiling::OtherType => in_json(
            &mut response,
            |fields, dice| {
                let strange = dice.one_of(&["\"x\"", "7", "null", "[]", "{}", "true", "-1e9"]);
                if let Some(value) = any(fields, dice).and_then(|name| fields.get_mut(&name)) {
                    *value = serde_json::from_str(strange).unwrap();
                }
            },
            dice,
        ),
        Spoiling::Missing => in_json(
            &mut response,
            |fields, dice| {
                if let Some(name) = any(fields, dice) {
                    fields.remove(&name);
                }
            },
            dice,
        ),
        Spoiling::Flipped => {
            let place = dice.below(response.body().len().max(1) as u64 * 8);
            if let Some(byte) = response.body_mut().get_mut(usize::try_from(place / 8).unwrap()) {
                *byte ^= 1 << (place % 8);
            }
        }
        Spoiling::Oversized => response.body_mut().resize(1 << 20, b' '),
        Spoiling::Date => {
            response.headers_mut().insert("date", "Mon, 23 Nov 2020 12:00:00 GMT".parse().unwrap());
        }
    }
    response
}

type Fields = serde_json::Map<String, Value>;

/// Does something to a JSON object of the answer, at any depth; nothing to an answer of another kind.
fn in_json(response: &mut Response, change: impl Fn(&mut Fields, &mut Dice), dice: &mut Dice) {
    let Ok(mut whole) = serde_json::from_slice::<Value>(response.body()) else { return };
    let mut place = &mut whole;
    while dice.chance(50) {
        let deeper = place.as_object().and_then(|fields| {
            let inner: Vec<&String> =
                fields.iter().filter(|(_, value)| value.is_object()).map(|(name, _)| name).collect();
            (!inner.is_empty()).then(|| dice.one_of(&inner).clone())
        });
        let Some(name) = deeper else { break };
        place = &mut place[&name];
    }
    if let Some(fields) = place.as_object_mut() {
        change(fields, dice);
    }
    *response.body_mut() = whole.to_string().into_bytes();
}

fn any(fields: &Fields, dice: &mut Dice) -> Option<String> {
    let names: Vec<&String> = fields.keys().collect();
    (!names.is_empty()).then(|| dice.one_of(&names).clone())
}
