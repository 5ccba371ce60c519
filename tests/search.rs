//! Finding films by what a visitor types, and the nearest word to a misspelt one.
#![expect(clippy::unwrap_used, reason = "what cannot be had is a fault of the test")]

use crosscut::domain::{
    aspect::Aspect,
    catalog::Catalog,
    facet::CatalogFilter,
    film::Listing,
    review::{BlockKind, Brief, Spoiler},
    search::{Finder, Question, nearest, snippet},
};
use crosscut_engine::highlight::highlights;

mod support;

use support::{brief, found_slugs, graded, listing, reviewer};

fn films() -> Catalog {
    let film = |slug, title: &str, year, director: &str, other: &str, reviews| Listing {
        title: title.to_owned(),
        year,
        directors: vec![director.to_owned()],
        others: vec![other.to_owned()],
        ..listing(slug, reviews)
    };
    let guys = Brief { outlet: Some("The Movie Guys".to_owned()), ..graded("ray", "B+") };
    let loud = Brief { headline: Some("Too loud, too long".to_owned()), ..brief("matinee", "pacing- sound+") };
    let films = vec![
        film("cleo", "Cléo from 5 to 7", 1962, "Agnès Varda", "Corinne Marchand", vec![loud]),
        film(
            "metal",
            "Sound of Metal",
            2019,
            "Darius Marder",
            "Riz Ahmed",
            vec![guys, brief("matinee", "pacing+ sound-")],
        ),
        film("heather", "Heathers", 1989, "Michael Lehmann", "Winona Ryder", vec![brief("matinee", "sound+")]),
        film("heat", "Heat", 1995, "Michael Mann", "Al Pacino", vec![graded("matinee", "3/5")]),
        film("spirited", "千と千尋の神隠し", 2001, "Hayao Miyazaki", "Rumi Hiiragi", Vec::new()),
    ];
    let reviewers = vec![reviewer("ray", "Ray O’Schillaci"), reviewer("matinee", "Matinee")];
    Catalog::new(films, reviewers, Vec::new())
}

/// The catalogue made ready, with a text for every review of *Heat* and *Sound of Metal*.
fn finder() -> Finder {
    let mut finder = Finder::new(&films());
    for (film, review, blocks) in [
        (1, 0, ["A drummer loses his hearing.", "The sound design never lies: silence is loud."]),
        (1, 1, ["I don’t believe the ending.", "Slow. The pacing is a heatwave in a straße."]),
        (3, 0, ["Two men, one diner.", "The pacing is slow, and slow pacing suits a heist."]),
    ] {
        let row = finder.corpus().rows_of(film).start + 1 + review;
        finder.add_text(row, blocks.map(|block| (0, block)));
    }
    finder
}

fn find(finder: &mut Finder, typed: &str) -> (String, Vec<String>) {
    let found = finder.find(&CatalogFilter { search: typed.to_owned(), ..CatalogFilter::default() }, usize::MAX);
    (found_slugs(&films(), &found), found.notices)
}

/// What is found, in order, and nothing is to be said of it.
fn check(typed: &str, expected: &str) {
    assert_eq!(find(&mut finder(), typed), (expected.to_owned(), Vec::new()), "{typed}");
}

fn check_said(typed: &str, expected: &str, said: &str) {
    assert_eq!(find(&mut finder(), typed), (expected.to_owned(), vec![said.to_owned()]), "{typed}");
}

#[test]
fn a_search_finds_titles_years_people_reviewers_outlets_headlines_and_texts() {
    check("metal", "metal");
    check("1962", "cleo");
    check("varda", "cleo");
    check("ahmed", "metal");
    check("schillaci", "metal");
    check("matinee", "cleo metal heather heat");
    check("movie guys", "metal");
    check("too long", "cleo");
    check("diner", "heat");
    check("千尋", "spirited");
    check("elsewhere", "");
}

#[test]
fn accents_case_and_typographic_marks_do_not_matter() {
    for typed in ["CLEO", "cléo", "agnes VARDA", "Agne\u{301}s"] {
        check(typed, "cleo");
    }
    for typed in ["o'schillaci", "O’Schillaci", "oschillaci", "dont believe", "don't believe", "STRASSE", "straße"] {
        check(typed, "metal");
    }
    check("\u{200F}heat\u{200F}", "heat heather metal");
    check("HEAT\u{0}", "heat heather metal");
}

#[test]
fn whole_words_come_before_parts_titles_before_texts_and_close_words_before_distant_ones() {
    check("heat", "heat heather metal");
    check("eat", "heather heat metal");
    check("loud", "cleo metal");
    check("slow pacing", "heat metal");
}

#[test]
fn every_word_must_be_found_in_the_film_or_in_one_of_its_reviews() {
    check("metal sound", "metal");
    check("riz metal 2019", "metal");
    check("metal varda", "");
    check("  sound\t metal ", "metal");
    // Both words are in the film’s reviews, but in two of them.
    check("drummer pacing", "");
    check("metal drummer", "metal");
}

#[test]
fn no_phrase_runs_from_one_name_or_block_into_the_next() {
    check("\"metal 2019\"", "");
    check("\"darius marder\"", "metal");
    check("\"marder riz\"", "");
    check("\"hearing the sound\"", "");
}

#[test]
fn a_phrase_stands_word_for_word_and_while_it_is_typed_its_last_word_may_go_on() {
    check("\"slow pacing\"", "heat");
    check("\"pacing is\"", "metal heat");
    check("\"slow pac\"", "");
    let unclosed = "A quotation mark is not closed: the phrase is taken to run to the end of the search.";
    check_said("\"slow pac", "heat", unclosed);
    check_said("“slow pac", "heat", unclosed);
    check_said("heat \"", "heat heather metal", unclosed);
    check("“slow pacing”", "heat");
    check("\"heat\"", "heat");
    check("\"\"", "cleo metal heather heat spirited");
}

#[test]
fn what_is_left_out_is_left_out_where_it_stands_whole() {
    check("pacing -heist", "metal");
    check("heat -heathers", "heat metal");
    check("heat -heather", "heat heather metal");
    check("pacing -\"slow pacing\"", "metal");
    check("-matinee", "metal spirited");
    check("- heat", "heat heather metal");
    check("heat -", "heat heather metal");
    check("pacing -reviewer:matinee", "");
    // As phones and word processors write it.
    for dash in ["–", "—", "−", "--", "‑", "－"] {
        check(&format!("heat {dash}heathers"), "heat metal");
        check(&format!("heat {dash} slow"), "heat metal");
        check(&format!("heat {dash}"), "heat heather metal");
    }
}

#[test]
fn fields_mean_what_the_filters_mean() {
    check("reviewer:ray", "metal");
    check("reviewer:\"Ray O'Schillaci\"", "metal");
    check("reviewer:o'sch", "metal");
    check("reviewer:ray reviewer:matinee", "cleo metal heather heat");
    check("outlet:movie", "metal");
    check("director:mann", "heat");
    check("director:agnes-varda", "cleo");
    check("director:\"michael\"", "heather heat");
    check("year:1990..1999", "heat");
    check("year:>=1995", "metal heat spirited");
    check("year:..1989", "cleo heather");
    check("year:>1989 year:<2001", "heat");
    check("decade:1990s", "heat");
    check("decade:1990s decade:1960", "cleo heat");
    check("decade:1990s decade:1960s year:..1980", "cleo");
    check("-decade:1990s -decade:1960s", "metal heather spirited");
    check("score:>=80", "metal");
    check("score:60", "heat");
    check("score:<60", "");
    check("average:0..60", "heat");
    check("is:unscored", "cleo metal heather");
    check("is:scored", "metal heat");
    check("is:split", "");
    check("aspect:pacing", "cleo metal");
    check("aspect:pacing stance:negative", "cleo");
    check("stance:negative", "cleo metal");
    check("aspect:pacing aspect:sound stance:positive reviewer:matinee", "cleo metal heather");
    check("-aspect:pacing", "metal heather heat spirited");
    check("ASPECT:Pacing Stance:NEGATIVE", "cleo");
    // A review must meet all that is asked of a review.
    check("reviewer:ray aspect:pacing", "");
}

#[test]
fn what_cannot_be_read_is_said_and_left_out() {
    let all = "cleo metal heather heat spirited";
    check_said(
        "aspect:pacin",
        all,
        "aspect:pacin cannot be read and is left out. It takes one of story, theme, acting, direction, writing, \
         cinematography, sound, editing, pacing, production-design, effects, representation, overall and audience.",
    );
    check_said(
        "stance:bad",
        all,
        "stance:bad cannot be read and is left out. It takes one of positive, mixed and negative.",
    );
    check_said("is:good", all, "is:good cannot be read and is left out. It takes one of unscored, scored and split.");
    let score = "It takes a score from 0 to 100 or a range: score:>=80, score:40..60.";
    check_said("score:high", all, &format!("score:high cannot be read and is left out. {score}"));
    check_said("score:101", all, &format!("score:101 cannot be read and is left out. {score}"));
    check_said("score:60..40", all, &format!("score:60..40 cannot be read and is left out. {score}"));
    check_said("score:<0", all, &format!("score:<0 cannot be read and is left out. {score}"));
    check_said("score:", all, &format!("score: is empty and is left out. {score}"));
    check_said(
        "year:soon",
        all,
        "year:soon cannot be read and is left out. It takes a year or a range: year:1994, year:1990..1999, year:>=1990.",
    );
    check_said(
        "decade:1994",
        all,
        "decade:1994 cannot be read and is left out. It takes the first year of a decade: decade:1990s.",
    );
    check_said(
        "direktor:mann",
        "",
        "There is no field direktor: it is searched for as words (did you mean director:?).",
    );
    check_said(
        "colour:heat",
        "",
        "There is no field colour: it is searched for as words (fields are reviewer, outlet, director, genre, decade, \
         year, certificate, aspect, stance, score, average and is).",
    );
    check_said("director:kubrick", "", "No director here is called “kubrick”.");
    check_said("director:lehmman", "", "No director here is called “lehmman” (did you mean “Michael Lehmann”?).");
    check_said(
        "decade:90s",
        all,
        "decade:90s cannot be read and is left out. It takes the first year of a decade: decade:1990s.",
    );
    check_said(
        "decade:65530",
        all,
        "decade:65530 cannot be read and is left out. It takes the first year of a decade: decade:1990s.",
    );
    check_said("reviewer:\"Mattinée\"", "", "No reviewer here is called “Mattinée” (did you mean “Matinee”?).");
    check_said("!!!", all, "“!!!” has no letters or digits: marks are not searched for.");
    check_said("heat …", "heat heather metal", "“…” has no letters or digits: marks are not searched for.");
    let words: Vec<String> = (0..20).map(|at| format!("w{at}")).collect();
    check_said(&words.join(" "), "", "Only the first 12 words and phrases are searched for.");
}

#[test]
fn an_empty_search_finds_everything() {
    for typed in ["", " \u{A0}\n", "\t"] {
        check(typed, "cleo metal heather heat spirited");
        assert!(Question::read(typed).is_empty());
    }
    assert!(!Question::read("a").is_empty());
}

#[test]
fn any_writing_is_searched() {
    check("🎬", "");
    check("ı", "metal heat cleo heather spirited");
    check("A", "cleo metal heat heather spirited");
    let cut = "A search has at most 200 characters: what was beyond is cut off.";
    check_said(&"a".repeat(10_000), "", cut);
    check_said(&"a ".repeat(5_000), "cleo metal heat heather spirited", cut);
    check_said(&"a".repeat(200), "", cut);
    check(&"a".repeat(199), "");
}

#[test]
fn in_writing_without_spaces_any_part_is_found_quoted_or_left_out() {
    for typed in ["千尋", "\"千尋\"", "\"千と千尋の神隠し\"", "神隠し -猫"] {
        check(typed, "spirited");
    }
    check("神隠し -千尋", "");
    check("-千尋", "cleo metal heather heat");
}

#[test]
fn what_stands_in_a_text_is_marked_whatever_its_letters_are_made_of() {
    let check = |text: &str, typed: &str, marked: &[&str]| {
        let found = highlights(text, &Question::read(typed).terms);
        assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), marked, "{typed}");
    };
    let parasite = "\u{1100}\u{1175}\u{1109}\u{1162}\u{11BC}\u{110E}\u{116E}\u{11BC}";
    check("Red, reddish and severed", "red", &["Red", "red"]);
    check("severed, a credo", "red", &["red", "red"]);
    check("A banana at sea", "a", &["A"]);
    check("An area", "a", &["A", "a"]);
    check("Banana", "an", &["anan"]);
    check(parasite, "기생충", &[parasite]);
    check(parasite, "기", &["\u{1100}\u{1175}"]);
    check(parasite, "생", &["\u{1109}\u{1162}\u{11BC}"]);
    check("an oﬃce", "offi", &["oﬃ"]);
    check("Ｆｕｌｌ", "ful", &["Ｆｕｌ"]);
    check("カ\u{3099}ラス", "ガ", &["カ\u{3099}"]);
    check("שָׁלוֹם", "שלום", &["שָׁלוֹם"]);
}

#[test]
fn a_search_that_finds_nothing_may_have_meant_another() {
    let finder = finder();
    let check = |typed: &str, meant: Option<&str>| assert_eq!(finder.suggestion(typed).as_deref(), meant, "{typed}");
    check("pacinng", Some("pacing"));
    check("slow pacinng", Some("slow pacing"));
    check("Vrada", Some("varda"));
    check("mettal", Some("metal"));
    check("heat pacing", None);
    check("zzzzzz", None);
    check("slow zzzzzz", None);
    check("pacinng zzzzzz", Some("pacing"));
    for (typed, meant) in [
        ("mettal?", "metal?"),
        ("(METTAL),", "(metal),"),
        ("“sound of mettal”", "“sound of metal”"),
        ("zzzzzz-mettal", "zzzzzz-metal"),
        ("mettal \"zzzzzz\" zzzzzz", "metal \"zzzzzz\""),
        ("slow\u{A0}pacinng\tscore:60", "slow pacing score:60"),
    ] {
        check(typed, Some(meant));
    }
    check("", None);
}

fn check_snippet(typed: &str, text: &str, marked: &[&str], spoiler: Spoiler) {
    let blocks = [
        (BlockKind::Plot, Spoiler::Ending, "He leaves. The bells of Antwerp ring, and slowly he listens."),
        (
            BlockKind::Opinion,
            Spoiler::Premise,
            "It is slow. The café scene is slow, and the pacing of it is Élan itself! Nothing else is.",
        ),
    ];
    let snippet = snippet(&blocks, &Question::read(typed).terms).unwrap();
    let parts: Vec<&str> = snippet.marked.iter().map(|range| &snippet.text[range.clone()]).collect();
    assert_eq!((snippet.text.as_str(), parts.as_slice(), snippet.spoiler), (text, marked, spoiler), "{typed}");
}

#[test]
fn a_snippet_is_the_sentence_with_most_of_the_search_that_gives_away_least() {
    let cafe = "The café scene is slow, and the pacing of it is Élan itself!";
    check_snippet("slow", "It is slow.", &["slow"], Spoiler::Premise);
    check_snippet("slow pac", cafe, &["slow", "pac"], Spoiler::Premise);
    check_snippet("elan cafe", cafe, &["café", "Élan"], Spoiler::Premise);
    check_snippet("\"scene is\"", cafe, &["scene", "is"], Spoiler::Premise);
    // A whole word, though it gives away more.
    check_snippet("he", "He leaves.", &["He"], Spoiler::Ending);
    check_snippet("bells", "The bells of Antwerp ring, and slowly he listens.", &["bells"], Spoiler::Ending);
    assert_eq!(snippet(&[(BlockKind::Opinion, Spoiler::Premise, "Nothing.")], &Question::read("slow").terms), None);
}

#[test]
fn a_snippet_of_a_very_long_sentence_is_its_part_around_what_is_found() {
    let text = format!("{}needle{}", "hay ".repeat(200), " hay".repeat(200));
    let found = snippet(&[(BlockKind::Opinion, Spoiler::Premise, &text)], &Question::read("needle").terms).unwrap();
    assert!(found.text.chars().count() <= 244, "{}", found.text.len());
    assert_eq!(found.marked.len(), 1);
    assert_eq!(&found.text[found.marked[0].clone()], "needle");
    assert!(found.text.starts_with("… hay ") && found.text.ends_with(" hay …"), "{}", found.text);
}

fn check_nearest(word: &str, expected: Option<&str>) {
    assert_eq!(nearest(word, Aspect::WORDS), expected, "{word}");
}

#[test]
fn a_misspelt_word_has_a_nearest_one_where_one_is_near_enough() {
    check_nearest("acting", Some("acting"));
    check_nearest("actng", Some("acting"));
    check_nearest("Acting", Some("acting"));
    check_nearest("cinematograpy", Some("cinematography"));
    check_nearest("production design", Some("production-design"));
    check_nearest("edtiing", Some("editing"));
    check_nearest("music", None);
    check_nearest("", None);
    check_nearest(&"acting".repeat(100), None);
    assert_eq!(nearest("acting", []), None);
}
