//! What the site is called and says of itself. `public/data/site.json` has it; the build compiles it in
//! (`xtask/src/data/settings.rs`), so that a page has it from the first moment and no visitor downloads more.

/// The name.
pub const NAME: &str = or(option_env!("CROSSCUT_NAME"), "Crosscut");
/// The name as its mark has it: what stands before and after a slash in the colour of accents.
pub const MARK: &str = or(option_env!("CROSSCUT_MARK"), "Cross/cut");
/// What the site is, in a few words.
pub const TAGLINE: &str = or(option_env!("CROSSCUT_TAGLINE"), "film reviews, side by side");
/// Who runs it and why: paragraphs, with an empty line between them.
pub const ABOUT: &str = or(option_env!("CROSSCUT_ABOUT"), "");
/// A line at the foot of every page.
pub const FOOT: &str = or(
    option_env!("CROSSCUT_FOOT"),
    "Quotes are the reviews’ own words; counts are counted, not estimated. Nothing you do here leaves your browser.",
);

const fn or(set: Option<&'static str>, usual: &'static str) -> &'static str {
    match set {
        Some(set) => set,
        None => usual,
    }
}
