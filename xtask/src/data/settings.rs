//! What the build does with the settings of a site.

use crosscut::wire::settings_file::{Colour, Settings};

use super::{own_folder, report, survey::Survey};
use crate::Failure;

/// The settings of the repository's own data. Where they are not sound, all that is wrong is printed.
pub fn settings() -> Result<Settings, Failure> {
    let survey = Survey::of(&own_folder()?)?;
    if survey.problems.is_empty() {
        Ok(survey.settings)
    } else {
        Err(report(&survey).err().unwrap_or_else(|| Failure::new("the data is not sound")))
    }
}

/// The path that the site lives under: as it is given, else that of the site's address.
pub fn base(given: Option<String>) -> Result<String, Failure> {
    let Some(base) = given else {
        let address = settings()?.address;
        return Ok(address.as_deref().map_or_else(|| "/".to_owned(), |address| path_of(address).to_owned()));
    };
    Ok(base)
}

/// The path of a whole address.
pub fn path_of(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    address.get(host..).and_then(|rest| Some(&rest[rest.find('/')?..])).unwrap_or("/")
}

/// The variables by which what differs from the usual settings is compiled into the app
/// (src/domain/site.rs). The usual ones are not set: with them nothing has to be compiled anew.
pub fn variables(settings: &Settings) -> Vec<(&'static str, String)> {
    let usual = Settings::default();
    let about = |settings: &Settings| settings.about.join("\n\n");
    let all = [
        ("CROSSCUT_NAME", settings.name.clone(), usual.name.clone()),
        ("CROSSCUT_MARK", settings.mark.clone(), usual.mark.clone()),
        ("CROSSCUT_TAGLINE", settings.tagline.clone(), usual.tagline.clone()),
        ("CROSSCUT_ABOUT", about(settings), about(&usual)),
        ("CROSSCUT_FOOT", settings.foot.clone(), usual.foot.clone()),
    ];
    all.into_iter().filter(|(_, now, usual)| now != usual).map(|(name, now, _)| (name, now)).collect()
}

/// The colours of accents as a style sheet, after all others.
pub fn sheet(accent: Option<(Colour, Colour)>) -> String {
    let Some((light, dark)) = accent else { return String::new() };
    format!(
        "@layer tokens {{ :root {{ --accent: light-dark({light}, {dark}); \
         --accent-wash: light-dark({light}14, {dark}1f); }} }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_settings_set_nothing() {
        assert_eq!(variables(&Settings::default()), []);
        assert_eq!(sheet(None), "");
    }

    #[test]
    fn the_path_of_an_address_is_what_follows_its_host() {
        assert_eq!(path_of("https://example.org/"), "/");
        assert_eq!(path_of("https://example.org:8080/films/here/"), "/films/here/");
    }

    #[test]
    fn what_differs_is_set() {
        let about = vec!["We meet on Tuesdays.".to_owned(), "Bring a chair.".to_owned()];
        let settings = Settings { name: "Reel Talk".to_owned(), about, ..Settings::default() };
        let expected = [
            ("CROSSCUT_NAME", "Reel Talk".to_owned()),
            ("CROSSCUT_ABOUT", "We meet on Tuesdays.\n\nBring a chair.".to_owned()),
        ];
        assert_eq!(variables(&settings), expected);
        let accent = ("#0050a0".parse().unwrap(), "#90c0ff".parse().unwrap());
        assert!(sheet(Some(accent)).contains("--accent: light-dark(#0050a0, #90c0ff)"));
    }
}
