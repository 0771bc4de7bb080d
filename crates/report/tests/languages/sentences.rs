//! The Fluent files taken apart: each sentence and each attribute with its figures and its choices.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use report::words::Language;

/// One sentence, or one attribute of it.
#[derive(Debug, Default)]
pub struct Sentence {
    pub file: String,
    /// All its words, with `{…}` where something is put in.
    pub text: String,
    /// The same without what is put in.
    pub words: String,
    pub figures: BTreeSet<String>,
    /// The cases of each choice.
    pub choices: Vec<BTreeSet<String>>,
}

/// All sentences of a language: `error-busy`, `error-busy.cause`, `-product`.
pub fn of(language: Language) -> BTreeMap<String, Sentence> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
    let mut sentences = BTreeMap::new();
    for file in files(&folder) {
        let source = std::fs::read_to_string(folder.join(&file)).unwrap();
        let resource = parser::parse(source.as_str()).unwrap();
        let mut put = |name: String, pattern: &Pattern<&str>| {
            let mut sentence = Sentence { file: file.clone(), ..Sentence::default() };
            sentence.read(pattern);
            assert!(sentences.insert(name, sentence).is_none());
        };
        for entry in &resource.body {
            let (name, attributes) = match entry {
                Entry::Message(message) => {
                    if let Some(value) = &message.value {
                        put(message.id.name.to_owned(), value);
                    }
                    (message.id.name.to_owned(), &message.attributes)
                }
                Entry::Term(term) => {
                    put(format!("-{}", term.id.name), &term.value);
                    (format!("-{}", term.id.name), &term.attributes)
                }
                _ => continue,
            };
            for attribute in attributes {
                put(format!("{name}.{}", attribute.id.name), &attribute.value);
            }
        }
    }
    sentences
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    files
}

impl Sentence {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.text.push_str(value);
                    self.words.push_str(value);
                }
                PatternElement::Placeable { expression } => self.put_in(expression),
            }
        }
    }

    fn put_in(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.name(inline),
            Expression::Select { selector, variants } => {
                self.figure(selector);
                self.choices.push(variants.iter().map(|variant| case(&variant.key)).collect());
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn name(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::TermReference { id, .. } => self.text.push_str(&format!("{{ -{} }}", id.name)),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|one| format!(".{}", one.name)).unwrap_or_default();
                self.text.push_str(&format!("{{ {}{attribute} }}", id.name));
            }
            InlineExpression::VariableReference { id } => self.text.push_str(&format!("{{ ${} }}", id.name)),
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            other => panic!("{other:?} is not used in our sentences"),
        }
        self.figure(inline);
    }

    fn figure(&mut self, inline: &InlineExpression<&str>) {
        if let InlineExpression::VariableReference { id } = inline {
            self.figures.insert(id.name.to_owned());
        }
    }
}

fn case(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}
