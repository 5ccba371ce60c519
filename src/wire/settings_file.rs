//! What a site says of itself: `public/data/site.json`. Only the build reads it.

use std::{fmt, str::FromStr};

use crosscut_engine::json::Json;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Unreadable,
    node::{Defects, Node},
};
use crate::domain::{defect::Defect, site};

/// The settings as the file has them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Site")]
#[serde(deny_unknown_fields)]
pub struct SettingsFile {
    /// Where the schema of this file is, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("default" = null))]
    pub schema: Option<String>,
    /// The name of the site, of at most 30 characters.
    pub name: String,
    /// The name as it stands at the head of every page, with a slash where the mark in the accent colour is
    /// to be; null for the plain name.
    pub mark: Option<String>,
    /// What the site is, in a few words: it follows the name in titles.
    pub tagline: String,
    /// The whole address that it will have, starting with `https://` and ending with a slash; null where it
    /// is not known. The sitemap, the feed and whole addresses in previews need it.
    pub address: Option<String>,
    /// The colour of accents; null for the usual one.
    pub accent: Option<AccentFile>,
    /// Who runs the site and why, a paragraph each; the page about the site starts with it.
    pub about: Vec<String>,
    /// A line at the foot of every page; null for the usual one.
    pub foot: Option<String>,
}

/// A colour on light and on dark ground, each as `#` and six hexadecimal digits.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Accent")]
#[serde(deny_unknown_fields)]
pub struct AccentFile {
    /// On light ground: dark enough for text.
    pub light: String,
    /// On dark ground: light enough for text.
    pub dark: String,
}

/// What a site says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name.
    pub name: String,
    /// The name with a slash where its mark has the colour of accents.
    pub mark: String,
    /// What it is, in a few words.
    pub tagline: String,
    /// The whole address, with a slash at the end.
    pub address: Option<String>,
    /// The colour of accents on light and on dark ground.
    pub accent: Option<(Colour, Colour)>,
    /// Who runs it and why.
    pub about: Vec<String>,
    /// The line at the foot of every page.
    pub foot: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: site::NAME.to_owned(),
            mark: site::MARK.to_owned(),
            tagline: site::TAGLINE.to_owned(),
            address: None,
            accent: None,
            about: Vec::new(),
            foot: site::FOOT.to_owned(),
        }
    }
}

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// What a colour in a file has to look like.
    pub const EXPECTED: &str = "a colour: “#” and six hexadecimal digits, such as “#a82a21”";

    /// How it stands out from another, from 1 (not at all) to 21, as WCAG 2 works out contrast.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A text that is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColour;

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii()).ok_or(NoColour)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2).unwrap_or_default(), 16).map_err(|_| NoColour);
        Ok(Self([part(0)?, part(2)?, part(4)?]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Reads the settings, with all that is not sound; what is not is as usual.
///
/// # Errors
/// Where it is not JSON or not an object.
pub fn read_settings(text: &str) -> Result<(Settings, Vec<Defect>), Unreadable> {
    let value = Json::read(text).map_err(|fault| Unreadable::malformed(fault, text))?;
    let defects = Defects::default();
    let settings = read(Node::root(&value, &defects).try_object()?);
    Ok((settings, defects.into_vec()))
}

fn read(file: &Node) -> Settings {
    let usual = Settings::default();
    let name = file.at("name").string().unwrap_or(usual.name);
    let colour = |name| file.at("accent").present().and_then(|accent| accent.at(name).parsed(Colour::EXPECTED));
    Settings {
        mark: file.at("mark").optional_string().unwrap_or_else(|| name.clone()),
        name,
        tagline: file.at("tagline").string().unwrap_or(usual.tagline),
        address: file.at("address").optional_string(),
        accent: colour("light").zip(colour("dark")),
        about: file.at("about").strings(),
        foot: file.at("foot").optional_string().unwrap_or(usual.foot),
    }
}
