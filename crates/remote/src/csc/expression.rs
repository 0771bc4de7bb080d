//! `auth.expression`, §11.5: which of the authentication objects authorise a credential together.

/// Nesting and length beyond what any service would ask of a person.
const DEEPEST: usize = 8;
const LONGEST: usize = 1_000;

/// The identifiers that are needed, of an expression of identifiers with `AND`, `OR`, `XOR` and brackets; where there is a
/// choice, those that stand first. `None` when it is none.
pub(crate) fn needed(expression: &str) -> Option<Vec<String>> {
    if expression.len() > LONGEST {
        return None;
    }
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, at: 0 };
    let found = reader.alternatives(0)?;
    (reader.at == words.len()).then_some(found)
}

struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, words: &[&str]) -> bool {
        let found = self
            .words
            .get(self.at)
            .is_some_and(|word| words.iter().any(|one| one.eq_ignore_ascii_case(word)));
        self.at += usize::from(found);
        found
    }

    /// `AND` binds closer than `OR` and `XOR`, as usual; the specification does not say.
    fn alternatives(&mut self, depth: usize) -> Option<Vec<String>> {
        let first = self.together(depth)?;
        while self.take(&["OR", "XOR"]) {
            self.together(depth)?;
        }
        Some(first)
    }

    fn together(&mut self, depth: usize) -> Option<Vec<String>> {
        let mut all = self.one(depth)?;
        while self.take(&["AND"]) {
            all.extend(self.one(depth)?);
        }
        Some(all)
    }

    fn one(&mut self, depth: usize) -> Option<Vec<String>> {
        if self.take(&["("]) {
            let inner = self.alternatives((depth < DEEPEST).then_some(depth + 1)?)?;
            return self.take(&[")"]).then_some(inner);
        }
        let word = *self.words.get(self.at)?;
        self.at += 1;
        let is_name = !["AND", "OR", "XOR"].iter().any(|one| one.eq_ignore_ascii_case(word)) && word != ")";
        is_name.then(|| vec![word.to_owned()])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn all_of_the_first_way_are_needed() {
        for (expression, expected) in [
            ("PIN AND OTP", vec!["PIN", "OTP"]),
            ("PIN", vec!["PIN"]),
            ("PIN OR OTP", vec!["PIN"]),
            ("(PIN AND SMS) XOR OTP", vec!["PIN", "SMS"]),
            ("PIN AND (OTP OR SMS)", vec!["PIN", "OTP"]),
            ("PIN OR OTP AND SMS", vec!["PIN"]),
            ("((PIN))", vec!["PIN"]),
        ] {
            assert_eq!(needed(expression).unwrap(), expected, "{expression}");
        }
    }

    #[test]
    fn what_is_no_expression_asks_for_nothing() {
        let deep = format!("{}A{}", "(".repeat(50), ")".repeat(50));
        for expression in
            ["", "AND", "PIN AND", "(PIN", "PIN)", "PIN OTP", "OR PIN", &deep, &"(".repeat(5000)]
        {
            assert_eq!(needed(expression), None, "{expression}");
        }
    }
}
