//! What each crate, and each module of ours, costs in the WebAssembly.

use std::{collections::BTreeMap, fs, ops::Range, path::Path};

use super::{
    cost::{saved, shares},
    named::{self, Known},
    owner::{Modules, Owner},
    reader::stretches,
    wasm::Module,
};
use crate::{Failure, say, setup::Workshop, weight::brotli};

/// What has fewer bytes stands with the others of its kind.
const SMALL: usize = 1000;
/// Of what belongs to no function: types, tables, exports, lengths.
const FRAME: &str = "(types, tables, names of imports and exports)";
const NOBODY: &str = "(data that no code names)";

/// What belongs together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Part {
    name: String,
    functions: usize,
    /// Bytes of code, and of data.
    code: usize,
    data: usize,
    places: Vec<Range<usize>>,
}

impl Part {
    fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    fn bytes(&self) -> usize {
        self.places.iter().map(Range::len).sum()
    }

    fn add(&mut self, other: &Self) {
        self.functions += other.functions;
        self.code += other.code;
        self.data += other.data;
        self.places.extend_from_slice(&other.places);
    }
}

/// A part, and what it is made of where that is told.
#[derive(Debug, PartialEq, Eq)]
struct Group {
    whole: Part,
    within: Vec<Part>,
}

/// Prints what each part costs.
pub fn print(workshop: &Workshop, dist: &Path) -> Result<(), Failure> {
    let released = module_of(dist)?;
    let Known { bytes, module } = named::made(workshop, &released)?;
    let groups = groups(&module, &bytes, &Modules::of(&workshop.root().join("src")));
    let sum: usize = groups.iter().map(|group| group.whole.bytes()).sum();
    if sum != bytes.len() {
        return Err(Failure::new(format!(
            "the parts of the module have {sum} bytes and the module has {}: see `groups` in \
             xtask/src/bench/page/parts.rs",
            bytes.len()
        )));
    }
    say("compressing the module without each of its parts; this takes some minutes");
    let all: Vec<Vec<Range<usize>>> = groups
        .iter()
        .flat_map(|group| std::iter::once(&group.whole).chain(&group.within))
        .map(|part| part.places.clone())
        .collect();
    print_table(&groups, &saved(&bytes, &all)?, bytes.len(), brotli(&released)?);
    Ok(())
}

/// The module of a built site.
fn module_of(dist: &Path) -> Result<Vec<u8>, Failure> {
    let mut files = fs::read_dir(dist).into_iter().flatten().flatten().map(|entry| entry.path());
    let module = files.find(|path| path.extension().is_some_and(|extension| extension == "wasm"));
    let read = module.and_then(|path| fs::read(path).ok());
    read.ok_or_else(|| Failure::new(format!("{} has no module that can be read; build it again", dist.display())))
}

/// The whole file in parts: each byte belongs to one group, and to at most one part within it.
fn groups(module: &Module, bytes: &[u8], modules: &Modules) -> Vec<Group> {
    let owners: Vec<Owner> = module.functions.iter().map(|it| modules.owner(it.name.as_deref())).collect();
    let mut known: Vec<&Owner> = owners.iter().collect();
    known.sort();
    known.dedup();
    let numbers: Vec<usize> = owners.iter().filter_map(|owner| known.binary_search(&owner).ok()).collect();

    let mut parts: Vec<Part> = known.iter().map(|_| Part::default()).collect();
    for (function, number) in module.functions.iter().zip(&numbers) {
        let (code, places) = (function.place.len(), vec![function.place.clone()]);
        parts[*number].add(&Part { functions: 1, code, places, ..Part::default() });
    }
    let mut nobody = Part::named(NOBODY);
    for (place, reader) in stretches(module, bytes, &numbers) {
        let part = reader.and_then(|reader| parts.get_mut(reader)).unwrap_or(&mut nobody);
        part.add(&Part { data: place.len(), places: vec![place], ..Part::default() });
    }

    let mut all: BTreeMap<&str, Group> = BTreeMap::new();
    for (owner, part) in known.into_iter().zip(parts) {
        let group =
            all.entry(&owner.name).or_insert_with(|| Group { whole: Part::named(&owner.name), within: Vec::new() });
        group.whole.add(&part);
        group.within.push(Part { name: owner.module.clone().unwrap_or_else(|| "(itself)".to_owned()), ..part });
    }
    let (mut groups, small): (Vec<Group>, Vec<Group>) =
        all.into_values().map(gathered).partition(|group| group.whole.bytes() >= SMALL);
    let small: Vec<Part> = small.into_iter().map(|group| group.whole).collect();
    groups.push(Group { whole: together(&small), within: Vec::new() });
    groups.push(Group { whole: nobody, within: Vec::new() });
    let frame = Part { places: rest(&groups, bytes.len()), ..Part::named(FRAME) };
    groups.push(Group { whole: frame, within: Vec::new() });
    groups.retain(|group| group.whole.bytes() > 0);
    groups
}

/// A group whose small parts stand together; with no parts where there is but one.
fn gathered(mut group: Group) -> Group {
    let (large, small): (Vec<Part>, Vec<Part>) = group.within.into_iter().partition(|part| part.bytes() >= SMALL);
    group.within = large;
    if !small.is_empty() {
        group.within.push(together(&small));
    }
    if group.within.len() < 2 {
        group.within.clear();
    }
    group
}

/// Small parts as one; one alone keeps its name.
fn together(small: &[Part]) -> Part {
    let mut all = match small {
        [part] => Part::named(&*part.name),
        _ => Part::named(format!("{} smaller", small.len())),
    };
    for part in small {
        all.add(part);
    }
    all
}

/// The places of a file of that length that no group has.
fn rest(groups: &[Group], length: usize) -> Vec<Range<usize>> {
    let mut taken: Vec<&Range<usize>> = groups.iter().flat_map(|group| &group.whole.places).collect();
    taken.sort_by_key(|place| place.start);
    let (mut rest, mut from) = (Vec::new(), 0);
    for place in taken {
        rest.push(from..place.start);
        from = place.end;
    }
    rest.push(from..length);
    rest.retain(|place| !place.is_empty());
    rest
}

/// `saved` has the groups with their parts in order, each group before its parts.
fn print_table(groups: &[Group], saved: &[usize], bytes: usize, whole: usize) {
    let mut rest = saved.iter().copied();
    let saved: Vec<(usize, Vec<usize>)> = groups
        .iter()
        .map(|group| (rest.next().unwrap_or_default(), rest.by_ref().take(group.within.len()).collect()))
        .collect();
    let of_groups = shares(whole, &saved.iter().map(|(whole, _)| *whole).collect::<Vec<_>>());
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(of_groups[*at]));

    println!(
        "\nWhat the module’s {bytes} bytes, {whole} of brotli 11, are of\n\n\
         saved: how much smaller it compresses without that part. share: what is saved, by one factor, so that\n\
         it adds up to the module; within a group, to the group. Generic code counts with whom it is made for,\n\
         code that the compiler has put into its caller with the caller, and data with who reads it, which is an\n\
         estimate.\n\n\
         functions      code      data     saved     share  part"
    );
    for at in order {
        let (group, (by_whole, by_parts)) = (&groups[at], &saved[at]);
        print_row(&group.whole, *by_whole, of_groups[at], "");
        let mut within: Vec<(usize, &Part, usize)> = shares(of_groups[at], by_parts)
            .into_iter()
            .zip(&group.within)
            .zip(by_parts)
            .map(|((share, part), saved)| (share, part, *saved))
            .collect();
        within.sort_by_key(|(share, ..)| std::cmp::Reverse(*share));
        for (share, part, saved) in within {
            print_row(part, saved, share, "  ");
        }
    }
    let mut all = Part::named("together");
    for group in groups {
        all.add(&group.whole);
    }
    print_row(&all, saved.iter().map(|(saved, _)| saved).sum(), of_groups.iter().sum(), "");
    println!("{:>29}  bytes in all parts, as in the file", all.bytes());
}

fn print_row(part: &Part, saved: usize, share: usize, indent: &str) {
    // What is neither code nor data has just bytes.
    let code = if part.code + part.data == 0 { part.bytes() } else { part.code };
    println!("{:>9}  {code:>8}  {:>8}  {saved:>8}  {share:>8}  {indent}{}", part.functions, part.data, part.name);
}

#[cfg(test)]
mod tests {
    use super::{super::wasm::tests::handmade, *};

    #[test]
    fn each_byte_belongs_to_one_group() {
        let bytes = handmade();
        let mut module = Module::read(&bytes).unwrap();
        module.functions[0].name = Some("serde_json::read".to_owned());
        module.functions[1].name = Some("<alloc::vec::Vec<u8>>::push".to_owned());
        let groups = groups(&module, &bytes, &Modules::default());
        let found: Vec<(&str, usize, usize, usize)> =
            groups.iter().map(|it| (&*it.whole.name, it.whole.functions, it.whole.code, it.whole.data)).collect();
        assert_eq!(found, [("2 smaller", 2, 13, 4), (FRAME, 0, 0, 0)]);
        assert_eq!(groups.iter().map(|group| group.whole.bytes()).sum::<usize>(), bytes.len());
    }

    #[test]
    fn small_parts_stand_together() {
        let part = |name: &str, code: usize| {
            let place = 0..code;
            Part { code, places: vec![place], ..Part::named(name) }
        };
        let names = |parts: &[Part]| {
            let within = gathered(Group { whole: Part::default(), within: parts.to_vec() }).within;
            within.into_iter().map(|part| (part.name, part.code)).collect::<Vec<_>>()
        };
        let expected = [("film".to_owned(), 5000), ("2 smaller".to_owned(), 30)];
        assert_eq!(names(&[part("about", 10), part("film", 5000), part("not_found", 20)]), expected);
        assert_eq!(names(&[part("(itself)", 9000)]), []);
    }
}
