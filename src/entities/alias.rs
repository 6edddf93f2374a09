//! Which mentions mean the same one.
//!
//! A full name stands for its surname, a long name for its initials, a country for its other names. Where two readings
//! are possible, the one named last before wins; people with different first names never become one.

use super::edges::{initials, is_acronym_of, is_bracketed};
use super::lexicon::{Entry, class};
use super::names::{Name, Reading};
use super::vocabulary::{self, Rule};
use super::{demonyms, known, people, renamed};
use crate::document::{Case, HashMap, word_hash};
use crate::{EntityKind, TokenRange};
use std::sync::OnceLock;

/// Mentions that mean the same one: numbers into the list of names, in order.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub kind: EntityKind,
    pub names: Vec<usize>,
    /// The name that the reader gave it.
    pub given: Option<String>,
}

/// One of the forms of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    pub words: &'a str,
    tokens: TokenRange,
    /// How often it stands in the article.
    times: u32,
}

/// The forms of a group, each once, in order of their first place.
pub(super) fn forms<'a>(reading: Reading<'a>, names: &[Name], group: &Group) -> Vec<Form<'a>> {
    let mut forms: Vec<Form> = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::default();
    for name in group.names.iter().map(|n| &names[*n]) {
        let words = reading.doc.words(name.tokens);
        let at = *seen.entry(words).or_insert(forms.len());
        match forms.get_mut(at) {
            Some(form) => form.times += 1,
            None => forms.push(Form { words, tokens: name.tokens, times: 1 }),
        }
    }
    forms
}

impl Group {
    /// What stands on the chip: what the reader gave, else the fullest natural form: the most words, but capitals only
    /// where there is no other form.
    pub fn title(&self, reading: Reading, forms: &[Form]) -> String {
        if let Some(given) = &self.given {
            return given.clone();
        }
        let fullness = |form: &Form| {
            let tokens = form.tokens.start..form.tokens.end;
            let words = tokens.filter(|at| reading.word(*at).starts_with(char::is_alphabetic)).count();
            let shouts = !form.words.chars().any(char::is_lowercase);
            let words = if self.kind == EntityKind::Group { 1 } else { words.min(6) };
            // `Syria` of the Syrian Arab Republic, `North Korea` of N. Korea.
            let usual = self.kind == EntityKind::Place && {
                let key = reading.key(form.tokens);
                aliases().get(key.as_str()).is_some_and(|plain| *plain == key)
            };
            (!shouts, usual, words, form.times)
        };
        let best = forms.iter().enumerate().max_by_key(|(n, form)| (fullness(form), std::cmp::Reverse(*n)));
        best.map_or(String::new(), |(_, form)| form.words.to_string())
    }
}

/// Most owners of one form that are weighed; what keeps the work linear.
const MOST: usize = 32;

/// Groups the names. Every name is in exactly one group; groups stand in order of their first name.
pub(super) fn group(reading: Reading, names: &[Name]) -> Vec<Group> {
    let mut links = Links((0..names.len()).collect());
    same_words(names, &mut links);
    acronyms(reading, names, &mut links);
    people::join(reading, names, &mut links);
    short_forms(reading, names, &mut links);
    things(reading, names, &mut links);
    grounds(reading, names, &mut links);

    let mut groups: Vec<Group> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::default();
    for n in 0..names.len() {
        let root = links.root(n);
        let at = *place.entry(root).or_insert_with(|| {
            groups.push(Group { kind: names[root].kind, names: Vec::new(), given: None });
            groups.len() - 1
        });
        groups[at].names.push(n);
    }
    for group in &mut groups {
        // Longer forms say more of what a thing is than its initials.
        let mut votes = [0u32; 6];
        group.names.iter().for_each(|n| votes[names[*n].kind as usize] += names[*n].tokens.len());
        let best = votes.iter().enumerate().max_by_key(|(n, votes)| (**votes, 6 - *n));
        group.kind = super::labels::KINDS[best.map_or(0, |b| b.0)];
    }
    groups
}

/// Which names were found to be the same: a forest whose roots are the first of each tree.
pub(super) struct Links(Vec<usize>);

impl Links {
    pub fn root(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// The plain form of a name that is known under several.
pub(super) fn plain(key: &str) -> &str {
    aliases().get(key).copied().unwrap_or(key)
}

/// The plain forms of names that are known under several.
fn aliases() -> &'static HashMap<&'static str, &'static str> {
    static TABLE: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("gazetteer/aliases.tsv").lines().filter(|l| !l.starts_with('#'));
        lines.flat_map(|l| l.split('\t').map(move |name| (name, l.split('\t').next().unwrap_or(name)))).collect()
    })
}

/// `Fatah al Islam` for `Fatah al-Islam`: with a hyphen or a space, it is one name.
fn level(key: String) -> String {
    if key.contains(' ') && key.contains('-') { key.replace('-', " ") } else { key }
}

/// What two names of one kind have in common when they are the same.
fn stem(name: &Name) -> String {
    let key = plain(&name.key);
    match name.kind {
        EntityKind::Group => {
            let man = ["man", "men", "woman", "women"].iter().find_map(|end| key.strip_suffix(end));
            let people = man.filter(|people| demonyms::is_demonym(people));
            people.unwrap_or_else(|| key.strip_suffix('s').unwrap_or(key)).to_string()
        }
        EntityKind::Place => {
            let lands = ["state of ", "city of ", "republic of ", "kingdom of ", "province of "];
            let bare = plain(lands.iter().find_map(|land| key.strip_prefix(land)).unwrap_or(key));
            in_full(bare).unwrap_or_else(|| bare.to_string())
        }
        EntityKind::Organization => {
            let bare = key.trim_end_matches(',');
            // `Halden FC` is known as Halden too.
            let left_out = |last: &str| vocabulary::is(word_hash(last), Rule::Ending) || matches!(last, "fc" | "afc");
            let cut = bare.rsplit_once(' ').filter(|(_, last)| left_out(last)).map_or(bare, |(first, _)| first);
            let cut = plain(cut.trim_end_matches([',', ' ']));
            // `Department of Trade`
            if let Some(field) = cut.strip_prefix("department of ").or_else(|| cut.strip_prefix("ministry of ")) {
                let body = &cut[..cut.find(' ').unwrap_or(0)];
                return format!("{} {body}", field.strip_prefix("the ").unwrap_or(field));
            }
            // `US Senate`, `UN Security Council`
            let owner = cut.split_once(' ').filter(|(first, _)| matches!(*first, "us" | "un" | "uk" | "eu"));
            let whole = owner.map_or(cut.to_string(), |(first, rest)| format!("{} {rest}", plain(first)));
            level(whole)
        }
        EntityKind::Person => key.to_string(),
        // `Tropical Storm Otto`, which has become Hurricane Otto.
        EntityKind::Event => {
            let sort = key.rsplit_once(' ').map(|(sort, _)| sort.strip_prefix("tropical ").unwrap_or(sort));
            let storm = sort.is_some_and(|sort| vocabulary::is(word_hash(sort), Rule::Storm) || sort == "depression");
            level(key[if storm { key.rfind(' ').map_or(0, |at| at + 1) } else { 0 }..].to_string())
        }
        // `MV Sirius Star`
        _ => {
            let bare = key.split_once(' ').filter(|(first, _)| vocabulary::is(word_hash(first), Rule::Ship));
            level(bare.map_or_else(|| in_full(key).unwrap_or_else(|| key.to_string()), |(_, own)| own.to_string()))
        }
    }
}

/// `Prop 8`, `Mt Everest`: with its first word in full.
fn in_full(key: &str) -> Option<String> {
    let words = [("prop ", "proposition "), ("mt ", "mount "), ("ft ", "fort ")];
    words.iter().find_map(|(short, long)| Some(format!("{long}{}", key.strip_prefix(short)?)))
}

fn same_words(names: &[Name], links: &mut Links) {
    let mut first: HashMap<(String, EntityKind), usize> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if name.kind == EntityKind::Person && !name.key.contains(' ') {
            continue;
        }
        let other = *first.entry((stem(name), name.kind)).or_insert(n);
        links.join(n, other);
    }
    // `iPods` of which one is an iPod, but not the 4S, which is another than the 4.
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Other) {
        let one = name.key.strip_suffix('s').filter(|one| one.len() > 2 && one.ends_with(char::is_alphabetic));
        if let Some(other) = one.and_then(|one| first.get(&(level(one.to_string()), name.kind))) {
            links.join(n, *other);
        }
    }
}

/// Capitals that are the initials of a name; in brackets behind it, or anywhere when only one name has them.
fn acronyms(reading: Reading, names: &[Name], links: &mut Links) {
    let mut long: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() > 1 && name.kind != EntityKind::Person {
            let owned = reading.has(name.tokens.start, class::COUNTRY | class::PEOPLE | class::TOWN);
            let bare = TokenRange::new(name.tokens.start + u32::from(owned), name.tokens.end);
            for (tokens, all) in [(name.tokens, true), (name.tokens, false), (bare, true), (bare, false)] {
                let list = long.entry(initials(reading, tokens, all)).or_default();
                if list.last() != Some(&n) && list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let capitals = name.tokens.len() == 1
            && reading.token(name.tokens.start).is_some_and(|t| matches!(t.case, Case::Upper | Case::Mixed))
            && name.key.chars().count() > 1
            // `U.S.` is no short form of `U.S. Steel`.
            && !reading.has(name.tokens.start, class::COUNTRY);
        if !capitals {
            if renamed::is_renamed(reading, names, n) {
                links.join(n, n - 1);
            }
            continue;
        }
        let bracketed = is_bracketed(reading, name.tokens.start)
            && n > 0
            && names[n - 1].tokens.end + 1 == name.tokens.start
            && is_acronym_of(reading, reading.word(name.tokens.start), names[n - 1].tokens);
        if bracketed || renamed::is_renamed(reading, names, n) {
            links.join(n, n - 1);
        } else if let Some(list) = long.get(&name.key) {
            let one = links.root(list[0]);
            let alike = |other: &&usize| names[**other].kind == name.kind;
            if list.iter().all(|other| links.root(*other) == one) || name.kind == EntityKind::Other {
                links.join(n, one);
            } else if let Some(other) = list.iter().find(alike) {
                links.join(n, *other);
            }
        }
    }
    // The same capitals are the same thing wherever they stand.
    let mut first: HashMap<&str, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() == 1 && reading.token(name.tokens.start).is_some_and(|t| t.case == Case::Upper) {
            let other = *first.entry(&name.key).or_insert(n);
            if names[other].kind == name.kind || links.root(other) != other {
                links.join(n, other);
            }
        }
    }
}

/// `Goldman` for `Goldman Sachs`, `Rovers` for `Halden Rovers`: the beginning or end of exactly one longer name of an
/// organisation. A place is no short form of the body that bears its name.
fn short_forms(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if matches!(name.kind, EntityKind::Organization | EntityKind::Event) {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let beginnings = (start + 1..end).map(|at| TokenRange::new(start, at));
            let ends = (start + 1..end)
                .filter(|at| {
                    reading.is_capital(*at)
                        && (reading.is_capital(*at - 1) || reading.word(*at - 1).starts_with(['\'', '’']))
                })
                .map(|at| TokenRange::new(at, end));
            // `House` for `United States House of Representatives`
            let house = (start + 1..end.min(start + 4)).find(|at| reading.word(*at) == "House");
            let house = house.map(|at| TokenRange::new(at, at + 1)).filter(|house| reading.word(house.end) == "of");
            for part in beginnings.chain(ends).chain(house) {
                let list = longer.entry(reading.key(part)).or_default();
                if list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let open = class::PEOPLE | class::COUNTRY | class::TOWN | class::TITLE;
        let vague = name.tokens.len() == 1 && reading.has(name.tokens.start, open);
        if name.kind != EntityKind::Organization || vague {
            continue;
        }
        let Some(list) = longer.get(&name.key) else { continue };
        let list: Vec<usize> =
            list.iter().copied().filter(|other| may_be_short(reading, name, &names[*other])).collect();
        let one = |list: &[usize], links: &mut Links| {
            let one = links.root(*list.first()?);
            list.iter().all(|other| links.root(*other) == one).then_some(one)
        };
        // Where several are possible, the one that says no more than what sort of company it is (`Apple Computer`).
        let plain: Vec<usize> = list
            .iter()
            .copied()
            .filter(|other| {
                let rest = names[*other].tokens.start + name.tokens.len()..names[*other].tokens.end;
                names[*other].tokens.start != name.tokens.start && rest.into_iter().all(|at| is_sort(reading, at))
            })
            .collect();
        if let Some(root) = one(&list, links).or_else(|| one(&plain, links)) {
            links.join(n, root);
        }
    }
}

/// True for a word that says what sort of company a name means (`Motors`, `Computer`).
fn is_sort(reading: Reading, at: u32) -> bool {
    reading.has(at, class::COMPANY) || reading.is(at, Rule::Trade)
}

/// False for words that begin a longer name as its owner (`Apple` of `Apple Developers Conference`, `United Nations` of
/// `United Nations Security Council`), or as an ordinary word (`Open` of `Open for Business`); and for the House, a chamber
/// that no house with a name of its own is called after (`White House`).
fn may_be_short(reading: Reading, short: &Name, long: &Name) -> bool {
    let bare = |name: &Name| {
        let TokenRange { start, end } = name.tokens;
        TokenRange::new(start + u32::from(end - start > 1 && reading.word(start).eq_ignore_ascii_case("the")), end)
    };
    let (first, own) = (bare(long).start, bare(short));
    if short.key == "house" && reading.word(long.tokens.start) != "House" {
        let house = (first..long.tokens.end).find(|at| reading.word(*at) == "House");
        let owned = |at: u32| {
            (first..at).all(|at| reading.has(at, class::COUNTRY) || matches!(reading.word(at), "United" | "States"))
        };
        return house.is_some_and(|at| reading.word(at + 1) == "of" && owned(at));
    }
    let begins = reading.word(first) == reading.word(own.start);
    let rest = first + own.len()..long.tokens.end;
    if short.key == "house" {
        return begins && reading.word(rest.start) == "of";
    }
    if !begins {
        return true;
    }
    // What sort of body it is may be left out (`Halden United Football Club`).
    let sort = |at: u32| {
        let rules = reading.rules(at);
        is_sort(reading, at) || [Rule::Ending, Rule::Club, Rule::Field].iter().any(|rule| rules.has(*rule))
    };
    // A firm that everybody knows by these words needs no others: with them it is a part or a product.
    let renamed = aliases().contains_key(short.key.as_str());
    if (known::kind_of(&short.key).is_some() || renamed && own.len() == 1) && !rest.clone().all(sort) {
        return false;
    }
    // The model may have cut a name anywhere (`National Enforcement`); what could be whole by itself ends in what bodies
    // are called or in a name.
    let whole = || {
        let (last, rules) = (own.end - 1, reading.rules(own.end - 1));
        let heads = [Rule::Body, Rule::Club, Rule::House, Rule::Purpose, Rule::Sort, Rule::Force, Rule::Chamber];
        let head = heads.iter().any(|rule| rules.has(*rule));
        let named = class::PROPER | class::TOWN | class::COUNTRY | class::LAST | class::COMPANY;
        let name = reading.has(last, named) || reading.entry(last) == Entry::NONE;
        head || name || aliases().contains_key(short.key.as_str())
    };
    if own.len() > 1 {
        if !whole() {
            return true;
        }
        let open = |at: u32| sort(at) || !reading.has(at, class::COMMON) || reading.has(at, class::LINK);
        return reading.has(rest.start, class::LINK) || rest.clone().all(open);
    }
    if reading.has(first, class::COMMON) && !reading.is(first, Rule::Ending) {
        return reading.has(first, class::COMPANY) || reading.is(first, Rule::Body) || reading.is(first, Rule::Sort);
    }
    let plain = |at: u32| !reading.has(at, class::COMMON) || reading.has(at, class::LINK) || is_sort(reading, at);
    (first + 1..long.tokens.end).all(plain)
}

/// `Discovery` for `Space Shuttle Discovery`: the name behind the words that say what sort of thing it is.
fn things(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        let (start, last) = (name.tokens.start, name.tokens.end - 1);
        let named = class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::PEOPLE | class::TITLE;
        let sort = start < last
            && (start..last).all(|at| reading.is_capital(at) && !reading.has(at, named))
            && (start..last).any(|at| reading.has(at, class::COMMON));
        // `Quillan` for `Storm Quillan`
        let sort = sort || start < last && name.kind == EntityKind::Event && reading.is(last - 1, Rule::Storm);
        let home = match name.kind {
            EntityKind::Event | EntityKind::Other => 0,
            EntityKind::Organization => class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY,
            _ => continue,
        };
        // `Zero Covid` is a campaign, Covid is not.
        if sort && !reading.has(last, class::COMMON | home) && !reading.is(last, Rule::Illness) {
            longer.entry(reading.key(TokenRange::new(last, last + 1))).or_insert(n);
        }
    }
    if longer.is_empty() {
        return;
    }
    let owned = people::words(reading, names);
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() == 1
            && !owned.contains(&name.key)
            && let Some(whole) = longer.get(&name.key)
        {
            links.join(n, *whole);
        }
    }
}

/// `the Mediterranean` for `Mediterranean Sea`, `Heathrow` for `London Heathrow Airport`: places that the word left out only
/// says the sort of, where no town or land is called so.
fn grounds(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Place) {
        let TokenRange { start, end } = name.tokens;
        let own = match (reading.word(start), reading.word(end - 1)) {
            (_, "Sea" | "Ocean" | "Desert" | "River") if end == start + 2 => start,
            ("River", _) if end == start + 2 => start + 1,
            // `Gaza`, though it is a town too
            (_, "Strip") if end == start + 2 => {
                longer.entry(reading.key(TokenRange::new(start, start + 1))).or_insert(n);
                continue;
            }
            // `Washington` of Washington, D.C.
            ("Washington", _) if reading.word(start + 1) == "," => {
                longer.entry(reading.key(TokenRange::new(start, start + 1))).or_insert(n);
                continue;
            }
            (_, "Airport") if end == start + 2 => start,
            (_, "Airport") if end == start + 3 && reading.has(start, class::TOWN) => start + 1,
            _ => continue,
        };
        let taken = class::COMMON | class::TOWN | class::COUNTRY | class::PEOPLE | class::FIRST;
        if !reading.has(own, taken) && !reading.is(own, Rule::Compass) {
            longer.entry(reading.key(TokenRange::new(own, own + 1))).or_insert(n);
        }
    }
    if longer.is_empty() {
        return;
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Place) {
        if let Some(whole) = longer.get(&name.key) {
            links.join(n, *whole);
        }
    }
}
