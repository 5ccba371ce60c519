//! What the module promises.

use super::*;

#[test]
fn the_locked_version_is_that_of_the_exact_name() {
    let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
    assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
    assert_eq!(locked_version(lock, "trunk"), None);
}

#[test]
fn versions_compare_as_numbers() {
    assert!(numbers("0.21.14") > numbers("0.21.9"));
    assert!(numbers("0.22.0-rc.1") < numbers("0.23.0"));
    assert_eq!(numbers("20.20.2"), [20, 20, 2]);
}
