//! `cargo xtask data`, as a person meets it. Every folder of `tests/fixtures/data` is a small data
//! folder with one fault; `expected.txt` in it is what the command prints, to the letter.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test or of its data")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the fixtures are, from the repository, which is where `xtask` takes paths to start.
const FIXTURES: &str = "tests/fixtures/data";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(FIXTURES)
}

/// What `data` prints for these arguments, and its exit status.
fn data(arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).arg("data").args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

fn check(folder: &str) {
    let expected = fs::read_to_string(fixtures().join(folder).join("expected.txt")).unwrap();
    let status = i32::from(!expected.ends_with(": no problems\n"));
    assert_eq!(data(&["check", "--dir", &format!("{FIXTURES}/{folder}")]), (expected, Some(status)), "{folder}");
}

fn folders() -> Vec<String> {
    let entries = fs::read_dir(fixtures()).unwrap();
    let mut folders: Vec<String> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    folders.sort();
    folders
}

/// A copy of the sound data in a new folder.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(folder.join("films")).unwrap();
    for file in ["reviewers.json", "films/the-general.json"] {
        fs::copy(fixtures().join("sound").join(file), folder.join(file)).unwrap();
    }
    folder
}

fn check_scratch(folder: &Path, expected: &[&str]) {
    let shown = folder.to_str().unwrap();
    let expected: String = expected.iter().map(|line| line.replace("DIR", shown) + "\n").collect();
    assert_eq!(data(&["--dir", shown]), (expected, Some(1)));
}

#[test]
fn every_fault_is_told_with_its_place_what_was_found_and_what_was_expected() {
    for folder in folders() {
        check(&folder);
    }
}

#[test]
fn every_fixture_has_one_fault_but_the_sound_one_and_the_one_with_eight() {
    for folder in folders() {
        let expected = fs::read_to_string(fixtures().join(&folder).join("expected.txt")).unwrap();
        let sum = match folder.as_str() {
            "sound" => "1 film, 1 reviewer, 1 review: no problems",
            "eight-faults" => "8 problems in 1 file",
            _ => "1 problem in 1 file",
        };
        assert_eq!(expected.lines().last(), Some(sum), "{folder}");
    }
}

#[test]
fn data_without_more_is_the_check() {
    let (printed, status) = data(&[&format!("--dir={FIXTURES}/sound/")]);
    assert_eq!((printed.as_str(), status), ("1 film, 1 reviewer, 1 review: no problems\n", Some(0)));
}

#[test]
fn arguments_that_mean_nothing_are_refused() {
    for arguments in [&["chek"][..], &["check", "schema"], &["--dir"], &["--dir="], &["--dir", "a", "--dir", "b"]] {
        assert_eq!(data(arguments), (String::new(), Some(2)), "{arguments:?}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_told_as_such() {
    let lines = [
        "nowhere/films: found nothing, expected a folder with a file for every film",
        "nowhere/reviewers.json: found nothing, expected a file",
        "2 problems in 2 files\n",
    ];
    assert_eq!(data(&["--dir", "nowhere"]), (lines.join("\n"), Some(1)));
}

#[test]
fn a_folder_without_films_is_told_as_such() {
    let folder = scratch("no-films");
    fs::remove_file(folder.join("films/the-general.json")).unwrap();
    let line = "DIR/films: found an empty folder, expected a file for every film";
    check_scratch(&folder, &[line, "1 problem in 1 file"]);
}

#[cfg(unix)]
#[test]
fn symbolic_links_and_folders_are_refused() {
    let folder = scratch("links");
    fs::rename(folder.join("reviewers.json"), folder.join("elsewhere.json")).unwrap();
    std::os::unix::fs::symlink(folder.join("elsewhere.json"), folder.join("reviewers.json")).unwrap();
    fs::create_dir(folder.join("films/the-navigator.json")).unwrap();
    let folder_line = "DIR/films/the-navigator.json: found something that is no file, expected a file";
    let link_line = "DIR/reviewers.json: found a symbolic link, expected a file";
    check_scratch(&folder, &[folder_line, link_line, "2 problems in 2 files"]);
}

#[test]
fn a_file_above_ten_megabytes_is_refused() {
    let folder = scratch("large");
    let film = fs::File::options().write(true).open(folder.join("films/the-general.json")).unwrap();
    film.set_len(10 * 1024 * 1024 + 1).unwrap();
    let line = "DIR/films/the-general.json: found a file of 10485761 bytes, expected at most 10485760 (10 MB)";
    check_scratch(&folder, &[line, "1 problem in 1 file"]);
}

#[test]
fn a_new_film_and_a_new_review_leave_blank_what_the_check_then_asks_for() {
    let folder = scratch("new");
    let dir = ["--dir", folder.to_str().unwrap()];
    let run = |words: &[&str]| data(&[words, &dir].concat());
    let (printed, status) = run(&["new", "film", "la-jetee"]);
    assert_eq!(status, Some(0), "{printed}");
    assert!(
        printed.contains("/films/la-jetee.json\n") && printed.contains("  synopsis         What it starts from"),
        "{printed}"
    );
    let film = folder.join("films/la-jetee.json");
    let before = fs::read_to_string(&film).unwrap();

    let (printed, status) = run(&["new", "review", "la-jetee", "the-pianist"]);
    assert_eq!((printed.as_str(), status), ("", Some(2)), "nobody of that name");
    let reviewer = fs::read_to_string(folder.join("reviewers.json")).unwrap();
    let reviewer = reviewer.split("\"slug\": \"").nth(1).unwrap().split('"').next().unwrap();
    for review in [1, 2] {
        let (printed, status) = run(&["new", "review", "la-jetee", reviewer]);
        assert_eq!(status, Some(if review == 1 { 0 } else { 2 }), "{printed}");
    }
    let after = fs::read_to_string(&film).unwrap();
    let (head, _) = before.split_once("\"reviews\": [").unwrap();
    assert!(after.starts_with(head), "what was there stays as it was");
    assert!(after.ends_with("    }\n  ]\n}\n"), "{after}");
    let (printed, status) = run(&["check"]);
    assert_eq!(status, Some(1));
    for field in [
        "$.title: found “”",
        "$.year: found the number 0",
        "$.synopsis: found “”",
        "$.reviews[0].body[0].text: found “”",
    ] {
        assert!(printed.contains(field), "{field}: {printed}");
    }

    assert_eq!(run(&["new", "film", "la-jetee"]).1, Some(2), "a film that is there is not written over");
    for slug in ["../outside", "La Jetée", "", "a/b", "..", "."] {
        assert_eq!(run(&["new", "film", slug]).1, Some(2), "{slug}");
        assert_eq!(run(&["new", "review", slug, reviewer]).1, Some(2), "{slug}");
    }
    assert_eq!(fs::read_dir(folder.join("films")).unwrap().count(), 2);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn stats_count_what_is_sound() {
    let (printed, status) = data(&["stats", "--dir", &format!("{FIXTURES}/sound")]);
    assert_eq!(status, Some(0));
    assert!(printed.starts_with("1 film, 1 reviewer, 1 review\n1 review, "), "{printed}");
    let (printed, status) = data(&["stats", "--dir", &format!("{FIXTURES}/unknown-stance")]);
    assert_eq!(status, Some(0), "{printed}");
    assert!(printed.starts_with("1 problem in 1 file: what is not sound is not counted"), "{printed}");
}

#[test]
fn schemas_are_written_where_they_are_missing_and_told_when_they_are_old() {
    let folder = scratch("schemas");
    let shown = folder.to_str().unwrap();
    let written = ["film", "reviewers", "site"].map(|name| format!("{shown}/schema/{name}.schema.json\n")).concat();
    assert_eq!(data(&["schema", "--dir", shown]), (written, Some(0)));
    let sound = "1 film, 1 reviewer, 1 review: no problems\n".to_owned();
    assert_eq!(data(&["--dir", shown]), (sound.clone(), Some(0)));

    // An editor or git may have changed the line ends.
    let schema = folder.join("schema/film.schema.json");
    let text = fs::read_to_string(&schema).unwrap();
    fs::write(&schema, text.replace('\n', "\r\n")).unwrap();
    assert_eq!(data(&["--dir", shown]), (sound, Some(0)));

    fs::write(&schema, text.replace("2200", "2100")).unwrap();
    let line = "DIR/schema/film.schema.json: found another schema, expected that of the data as it is now: \
                run cargo xtask data schema";
    check_scratch(&folder, &[line, "1 problem in 1 file"]);
}
