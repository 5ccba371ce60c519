//! What the module promises.

use super::*;

#[test]
fn files_are_named_by_what_they_hold() {
    let named = |name: &str| name_by_content(name, b"abc");
    let hash = short_hash(b"abc");
    assert_eq!(hash, "ba7816bf8f01cfea");
    assert_eq!(named("crosscut-7f2_bg.wasm"), Some(format!("crosscut-{hash}_bg.wasm")));
    assert_eq!(named("boot-7f2.js"), Some(format!("boot-{hash}.js")));
    assert_eq!(named("index.html"), None);
    assert_eq!(named("robots.txt"), None);
    assert!(same_but_hash("crosscut-1.js", "crosscut-2.js"));
    assert!(!same_but_hash("boot-1.js", "crosscut-1.js"));
}

#[test]
fn integrity_is_what_browsers_compute() {
    assert_eq!(
        integrity(b"alert('Hello, world.');"),
        "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
    );
}

#[test]
fn placeholders_are_filled_with_or_without_quotes() {
    assert_eq!(attribute("a=%P% b", "%P%", "x y"), "a=\"x y\" b");
    assert_eq!(attribute("a=\"%P%\" b", "%P%", "x y"), "a=\"x y\" b");
    assert_eq!(placeholder("60% of %BASE% is"), Some("%BASE%".to_owned()));
    assert_eq!(placeholder("a=\"&#x25;A&#x5F;B&#x25;\""), Some("%A_B%".to_owned()));
    assert_eq!(placeholder("60 % and 40% of it"), None);
}

#[test]
fn fonts_are_renamed_and_unknown_ones_refused() {
    let fonts = Fonts(vec![Font { plain: "a.woff2".to_owned(), hashed: "a-1.woff2".to_owned() }]);
    let renamed = fonts.rename("url(\"fonts/a.woff2\")", "the style sheets");
    assert_eq!(renamed.unwrap(), "url(\"fonts/a-1.woff2\")");
    let refused = fonts.rename("url(fonts/b.woff2)", "the style sheets");
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the style sheets name the font b.woff2, which is not in style/fonts; add the file or \
         correct the name"
    );
}
