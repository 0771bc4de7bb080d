//! `auth.expression`, §11.5: which of the authentication objects authorise a credential together.

/// Nesting and length beyond what any service would ask of a person.
const DEEPEST: usize = 8;
const LONGEST: usize = 1_000;
/// More ways than this nobody needs to choose among.
const MOST: usize = 64;

/// Identifiers with `AND`, `OR`, `XOR` and brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    One(String),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Xor(Box<Expression>, Box<Expression>),
}

impl Expression {
    /// Reads one; `None` when it is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut reader = Reader { words: &words, at: 0 };
        let found = reader.alternatives(0)?;
        (reader.at == words.len()).then_some(found)
    }

    /// All of these, in their order; `None` of nothing.
    pub(crate) fn all(ids: impl Iterator<Item = String>) -> Option<Self> {
        ids.map(Self::One).reduce(|all, one| Self::And(Box::new(all), Box::new(one)))
    }

    /// The identifiers that satisfy it together, all of which are `usable`: those that stand first where there are several
    /// ways. `None` when there is no way.
    pub(crate) fn way(&self, usable: &impl Fn(&str) -> bool) -> Option<Vec<String>> {
        let ways = self.ways(usable);
        let found = ways.into_iter().find(|way| self.holds(way));
        found.map(|way| way.into_iter().map(str::to_owned).collect())
    }

    /// Every identifier, in its order.
    pub(crate) fn ids(&self) -> Vec<&str> {
        match self {
            Self::One(id) => vec![id],
            Self::And(one, other) | Self::Or(one, other) | Self::Xor(one, other) => {
                let mut all = one.ids();
                for id in other.ids() {
                    if !all.contains(&id) {
                        all.push(id);
                    }
                }
                all
            }
        }
    }

    /// What may satisfy it: `XOR` is looked at by [`Expression::holds`].
    fn ways<'e>(&'e self, usable: &impl Fn(&str) -> bool) -> Vec<Vec<&'e str>> {
        match self {
            Self::One(id) => {
                if usable(id) {
                    vec![vec![id.as_str()]]
                } else {
                    Vec::new()
                }
            }
            Self::And(one, other) => {
                let (first, second) = (one.ways(usable), other.ways(usable));
                let both = |way: &Vec<&'e str>, more: &Vec<&'e str>| {
                    let new = more.iter().copied().filter(|id| !way.contains(id));
                    way.iter().copied().chain(new).collect()
                };
                let pairs = first.iter().flat_map(|way| second.iter().map(move |more| both(way, more)));
                pairs.take(MOST).collect()
            }
            Self::Or(one, other) | Self::Xor(one, other) => {
                one.ways(usable).into_iter().chain(other.ways(usable)).take(MOST).collect()
            }
        }
    }

    /// Whether these, and no others, satisfy it.
    fn holds(&self, given: &[&str]) -> bool {
        match self {
            Self::One(id) => given.contains(&id.as_str()),
            Self::And(one, other) => one.holds(given) && other.holds(given),
            Self::Or(one, other) => one.holds(given) || other.holds(given),
            Self::Xor(one, other) => one.holds(given) != other.holds(given),
        }
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.words.get(self.at).is_some_and(|one| one.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    /// `AND` binds closer than `OR` and `XOR`, as usual; the specification does not say.
    fn alternatives(&mut self, depth: usize) -> Option<Expression> {
        let mut all = self.together(depth)?;
        loop {
            let join = if self.take("OR") {
                Expression::Or
            } else if self.take("XOR") {
                Expression::Xor
            } else {
                return Some(all);
            };
            all = join(Box::new(all), Box::new(self.together(depth)?));
        }
    }

    fn together(&mut self, depth: usize) -> Option<Expression> {
        let mut all = self.one(depth)?;
        while self.take("AND") {
            all = Expression::And(Box::new(all), Box::new(self.one(depth)?));
        }
        Some(all)
    }

    fn one(&mut self, depth: usize) -> Option<Expression> {
        if self.take("(") {
            let inner = self.alternatives((depth < DEEPEST).then_some(depth + 1)?)?;
            return self.take(")").then_some(inner);
        }
        let word = *self.words.get(self.at)?;
        self.at += 1;
        let is_name = !["AND", "OR", "XOR"].iter().any(|one| one.eq_ignore_ascii_case(word)) && word != ")";
        is_name.then(|| Expression::One(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn way(expression: &str, unusable: &[&str]) -> Option<Vec<String>> {
        Expression::read(expression).unwrap().way(&|id: &str| !unusable.contains(&id))
    }

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
            ("PIN AND OTP AND PIN", vec!["PIN", "OTP"]),
        ] {
            assert_eq!(way(expression, &[]).unwrap(), expected, "{expression}");
        }
    }

    #[test]
    fn another_way_is_taken_where_the_first_cannot_be() {
        for (expression, unusable, expected) in [
            ("FACE OR PIN", vec!["FACE"], Some(vec!["PIN"])),
            ("(FACE AND PIN) OR (PIN AND SMS)", vec!["FACE"], Some(vec!["PIN", "SMS"])),
            ("PIN AND (FACE XOR SMS)", vec!["FACE"], Some(vec!["PIN", "SMS"])),
            ("PIN AND FACE", vec!["FACE"], None),
            ("FACE OR FINGER", vec!["FACE", "FINGER"], None),
        ] {
            assert_eq!(way(expression, &unusable), expected.map(owned), "{expression}");
        }
    }

    fn owned(ids: Vec<&str>) -> Vec<String> {
        ids.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn one_or_the_other_is_not_both() {
        assert_eq!(way("(PIN OR OTP) XOR PIN", &[]).unwrap(), ["OTP"]);
        assert_eq!(way("PIN XOR PIN", &[]), None);
        assert_eq!(way("A XOR B XOR C", &[]).unwrap(), ["A"]);
    }

    #[test]
    fn what_is_no_expression_asks_for_nothing() {
        let deep = format!("{}A{}", "(".repeat(50), ")".repeat(50));
        for expression in [
            "",
            "AND",
            "PIN AND",
            "(PIN",
            "PIN)",
            "PIN OTP",
            "OR PIN",
            "PIN OR XOR",
            &deep,
            &"(".repeat(5000),
        ] {
            assert_eq!(Expression::read(expression), None, "{expression}");
        }
    }

    #[test]
    fn however_many_ways_there_are_it_ends() {
        let choice = "(A OR B OR C)";
        let all = vec![choice; 50].join(" AND ");
        assert_eq!(way(&all, &[]).unwrap(), ["A"]);
    }
}
