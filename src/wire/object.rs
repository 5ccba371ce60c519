//! JSON texts, written member by member. They can stand in a `script` element as they are: what could
//! end it or start a comment in it is escaped.

use std::fmt::Write as _;

/// A JSON object.
pub(super) struct Object(String);

impl Object {
    /// An object without members.
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// A thing of a type of schema.org.
    pub fn of_type(kind: &str) -> Self {
        Self::new().text("@type", kind)
    }

    /// With a member more, whose value is JSON already.
    pub fn json(mut self, name: &str, value: &str) -> Self {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        push_text(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    /// With a member more, where there is a value, which is JSON already.
    pub fn some_json(self, name: &str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.json(name, &value),
            None => self,
        }
    }

    /// With a text more.
    pub fn text(self, name: &str, value: &str) -> Self {
        let value = text(value);
        self.json(name, &value)
    }

    /// With a text more, where there is one.
    pub fn some_text(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// With a whole number more.
    pub fn number(self, name: &str, value: u32) -> Self {
        self.json(name, &value.to_string())
    }

    /// The whole object.
    pub fn into_json(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }
}

/// An array of values that are JSON already; none of none.
pub(super) fn array(values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| format!("[{}]", values.join(",")))
}

/// A text in quotation marks.
pub(super) fn text(value: &str) -> String {
    let mut json = String::with_capacity(value.len() + 2);
    push_text(&mut json, value);
    json
}

fn push_text(json: &mut String, value: &str) {
    json.push('"');
    for letter in value.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\0'..='\u{1F}' | '<' | '>' | '&' | '\u{7F}' | '\u{2028}' | '\u{2029}' => {
                // Writing to a text cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            other => json.push(other),
        }
    }
    json.push('"');
}
