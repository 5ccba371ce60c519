//! The reviews of a film.

use crosscut::domain::{
    aspect::Aspect,
    claim::{Claim, Stance},
    defect::JsonPath,
    film::Film,
    grade::{Grade, Scale},
    review::{Block, BlockKind, ClaimDraft, Review, ReviewKind, Source, Spoiler},
    reviewer::{Reviewer, ReviewerKind},
};

use super::{
    Corpus, DataSet,
    film::{day, year_from},
    prose::Prose,
    random::Random,
};

impl DataSet {
    /// So many reviews of a film, no two by the same reviewer.
    pub(super) fn reviews(&self, random: &mut Random, film: &Film, count: usize) -> Vec<Review> {
        let people = film.people();
        let prose = Prose::new(&self.vocabulary, &people);
        // How good the film is, in percent, as its critics will have it.
        let quality = 90 - random.lowest(2, 70);
        let reviewers = self.reviewers_of_film(random, count);
        reviewers.into_iter().filter_map(|reviewer| self.review(random, film, prose, reviewer, quality)).collect()
    }

    /// So many different reviewers, the busy ones more often.
    fn reviewers_of_film(&self, random: &mut Random, count: usize) -> Vec<&Reviewer> {
        let mut places: Vec<usize> = Vec::with_capacity(count);
        while places.len() < count.min(self.reviewers.len()) {
            let mut place = self.reviewers_drawn.draw(random);
            while places.contains(&place) {
                place = (place + 1) % self.reviewers.len();
            }
            places.push(place);
        }
        places.into_iter().map(|place| &self.reviewers[place]).collect()
    }

    fn review(&self, random: &mut Random, film: &Film, prose: Prose, by: &Reviewer, quality: usize) -> Option<Review> {
        let headline = prose.headline(random);
        let body = match self.corpus {
            Corpus::Short => opening(random, prose, headline.len()),
            Corpus::Full => blocks(random, prose),
        };
        // This critic's own view of it, in percent.
        let liked = (quality + random.below(41)).saturating_sub(20).min(100);
        let kind = match by.kind {
            ReviewerKind::House => ReviewKind::House,
            ReviewerKind::Person | ReviewerKind::Unsigned if random.chance(150) => ReviewKind::Digest,
            ReviewerKind::Person | ReviewerKind::Unsigned => ReviewKind::Full,
        };
        let outlet = self.outlet(random, by);
        Some(Review {
            id: format!("{}-{}", film.slug, by.slug).parse().ok()?,
            reviewer: by.slug.clone(),
            kind,
            source: (kind == ReviewKind::Digest).then(|| Source {
                note: "A report of a published review.".to_owned(),
                by: Some(by.name.clone()),
                outlet: Some(outlet.clone()),
                url: None,
            }),
            headline: Some(headline),
            outlet: (kind != ReviewKind::House).then_some(outlet),
            published: {
                let year = year_from(random, film.year);
                day(random, year)
            },
            language: "en".to_owned(),
            grade: grade(random, by.scale, liked),
            claims: claims(random, &body, &film.people(), liked),
            body,
        })
    }

    /// Where a reviewer is published: mostly in one place.
    fn outlet(&self, random: &mut Random, by: &Reviewer) -> String {
        let own = by.slug.as_str().bytes().fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 1_000_003);
        let names = &self.outlets.names;
        if random.chance(850) { names[own % names.len()].clone() } else { self.outlets.draw(random).to_owned() }
    }
}

/// One block that makes 120 bytes with a headline, on average.
fn opening(random: &mut Random, prose: Prose, headline: usize) -> Vec<Block> {
    let bytes = (120 + random.below(41)).saturating_sub(20 + headline);
    vec![block(BlockKind::Opinion, Spoiler::Premise, prose.text(random, bytes))]
}

/// Four to eight blocks of 2,000 bytes together, on average.
fn blocks(random: &mut Random, prose: Prose) -> Vec<Block> {
    const KINDS: [BlockKind; 8] = [
        BlockKind::Opinion,
        BlockKind::Plot,
        BlockKind::Opinion,
        BlockKind::Opinion,
        BlockKind::Plot,
        BlockKind::Opinion,
        BlockKind::Opinion,
        BlockKind::Credits,
    ];
    let count = random.within(4, KINDS.len());
    let bytes = random.within(1200, 2800) / count;
    let kinds = KINDS.into_iter().take(count);
    let text = |kind| {
        let spoiler = match kind {
            BlockKind::Plot => Spoiler::ALL[1 + random.lowest(2, 3)],
            _ => Spoiler::Premise,
        };
        block(kind, spoiler, prose.text(random, bytes))
    };
    kinds.map(text).collect()
}

const fn block(kind: BlockKind, spoiler: Spoiler, text: String) -> Block {
    Block { kind, spoiler, borrowed: false, heading: None, text }
}

/// The grade of a critic who liked it so well, on their own scale; one in four gives no score.
fn grade(random: &mut Random, scale: Option<Scale>, liked: usize) -> Option<Grade> {
    const LETTERS: [&str; 13] = ["F", "F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A"];
    let halves = |out_of: usize| {
        let halves = (liked * out_of * 2 + 50) / 100;
        let half = if halves % 2 == 1 { ".5" } else { "" };
        format!("{}{half}/{out_of}", halves / 2)
    };
    let written = match (random.below(20), scale?) {
        (0..4, _) => return None,
        (4, _) if liked >= 50 => "thumbs up".to_owned(),
        (4, _) => "thumbs down".to_owned(),
        (_, Scale::OutOf4) => halves(4),
        (_, Scale::OutOf5) => halves(5),
        (_, Scale::OutOf10) => halves(10),
        (_, Scale::Percent) => format!("{liked}%"),
        (_, Scale::Letters) => LETTERS[(liked * 12 + 50) / 100].to_owned(),
        (_, Scale::Thumbs | Scale::None) => return None,
    };
    written.parse().ok()
}

/// Four to nine judgements on as many aspects, the first on the whole film. Each stands on a few
/// words of the body that stand there once.
fn claims(random: &mut Random, body: &[Block], people: &[&str], liked: usize) -> Vec<Claim> {
    let mut aspects: Vec<Aspect> = Aspect::ALL.into_iter().filter(|&aspect| aspect != Aspect::Overall).collect();
    random.shuffle(&mut aspects);
    let count = random.within(4, 9);
    let aspects = std::iter::once(Aspect::Overall).chain(aspects).take(count);
    aspects.filter_map(|aspect| claim(random, aspect, body, people, liked)).collect()
}

fn claim(random: &mut Random, aspect: Aspect, body: &[Block], people: &[&str], liked: usize) -> Option<Claim> {
    const TRIES: usize = 40;
    let stance = match random.below(100) {
        drawn if drawn < liked => Stance::Positive,
        drawn if drawn < liked + 15 => Stance::Mixed,
        _ => Stance::Negative,
    };
    let strength = [1, 2, 2, 2, 3][random.below(5)];
    let hedged = random.chance(200);
    let about = random.chance(250).then(|| random.pick(people));
    (0..TRIES).find_map(|_| {
        let text = &body[random.below(body.len())].text;
        let quote = run(random, text);
        let draft = ClaimDraft { aspect: aspect.word(), stance: stance.word(), strength, hedged, about, quote };
        Claim::locate(&draft, body, people, &JsonPath::root()).ok()
    })
}

/// Two to nine words of a text that stand together.
fn run<'a>(random: &mut Random, text: &'a str) -> &'a str {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices(' ').map(|(space, _)| space + 1)).collect();
    let first = random.below(starts.len().saturating_sub(1));
    let after = first + random.within(2, 9);
    let end = starts.get(after).map_or(text.len(), |start| start - 1);
    text.get(starts[first]..end).unwrap_or(text)
}
