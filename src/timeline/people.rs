//! Who takes part in an event: those named in its own clause.
//!
//! A name is no participant because it stands nearby. Left out are the clauses inside the event's own (what was said,
//! what is told of someone in passing), words of time and the other events they are measured by (`a day after Biden’s
//! visit`), and the source (`according to the BBC`).

use super::attach;
use super::candidates::{Candidate, FAR, Reader, is_capital};
use super::lexicon::{Group, Sense, is_of, sense_at};
use crate::document::{Case, Document, TokenKind};
use crate::entities::{Entities, Mention};
use crate::grammar::{self, ClauseKind, VerbGroup, VerbTense};
use crate::lists::List;
use crate::{Entity, EntityKind, TokenRange};

/// What is called after somebody: `the Ann Lee hospital`.
static BUILDINGS: List = List::new(
    "airport arena auditorium award bridge cathedral centre center church college foundation gallery hall highway hospital \
     institute library memorial museum park prize school stadium station street theater theatre tower university",
);

/// What a town or a part of a land is.
static TOWNS: List = List::new("capital city island port province region resort state town village");

/// Ids of the entities named in the ranges `own`, in their order, each once.
pub(super) fn named(doc: &Document, own: &[TokenRange], entities: &Entities) -> Vec<u32> {
    let mut ids = Vec::new();
    for range in own {
        for mention in mentions(doc, entities, *range) {
            if !ids.contains(&mention.entity) {
                ids.push(mention.entity);
            }
        }
    }
    ids
}

/// Adds to `ids` who is meant in the ranges `own` without being named: `the company`, `he`.
pub(super) fn meant(own: &[TokenRange], entities: &Entities, ids: &mut Vec<u32>) {
    for all in [&entities.pronouns, &entities.described] {
        for mention in own.iter().flat_map(|range| within(all, *range)) {
            if !ids.contains(&mention.entity) {
                ids.push(mention.entity);
            }
        }
    }
}

/// `AB: I moved to York`, said by Ann Berg: who speaks in a paragraph that begins with a name or initials. Some of nobody
/// where no one is known by them.
pub(super) fn turn(doc: &Document, entities: &Entities, c: &Candidate) -> Option<Option<u32>> {
    let one = |at: usize| matches!(doc.word(at), "I" | "my" | "My");
    if !c.personal || c.quoted || !c.tokens.range().take(FAR as usize).any(one) {
        return None;
    }
    let first = doc.sentences.partition_point(|s| s.block < c.block);
    let start = doc.sentences.get(first)?.tokens.start;
    let start = start + u32::from(doc.word(start as usize) == ":");
    let end = (start + 1..(start + 5).min(c.main)).find(|&at| doc.word(at as usize) == ":")?;
    if let Some(named) = within(&entities.mentions, TokenRange::new(start, end)).first() {
        return Some(Some(named.entity));
    }
    let label = doc.word(start as usize);
    let initials = end == start + 1 && matches!(label.len(), 2 | 3) && label.bytes().all(|b| b.is_ascii_uppercase());
    let called = |entity: &&Entity| {
        let own = entity.name.split_whitespace().filter_map(|word| word.chars().next());
        entity.kind == EntityKind::Person && own.eq(label.chars())
    };
    initials.then(|| entities.entities.iter().find(called).map(|entity| entity.id))
}

/// Whose something is.
pub(super) struct Owner {
    pub(super) entity: u32,
    /// The words that say so; none for a pronoun.
    pub(super) shown: Option<TokenRange>,
}

/// Whose it is what begins with the possessive at `at`, where the subject of the clause around it is `subject`.
pub(super) fn owner(doc: &Document, at: u32, subject: TokenRange, entities: &Entities) -> Option<Owner> {
    let whose = doc.lower(at as usize);
    let person = matches!(whose.as_ref(), "his" | "her");
    if subject.len() == 1 {
        let fits = match doc.lower(subject.start as usize).as_ref() {
            "he" => whose == "his",
            "she" => whose == "her",
            _ => false,
        };
        let meant = within(&entities.pronouns, subject).first().filter(|_| fits);
        if let Some(mention) = meant {
            return Some(Owner { entity: mention.entity, shown: None });
        }
    }
    let mut named = mentions(doc, entities, subject).chain(within(&entities.described, subject));
    let last = named.by_ref().last().filter(|m| m.tokens.end == subject.end)?;
    let fits = |m: &Mention| {
        entities.entities.get(m.entity as usize).is_some_and(|entity| match entity.kind {
            EntityKind::Person => person,
            EntityKind::Organization => !person,
            EntityKind::Group => whose == "their",
            _ => whose == "its",
        })
    };
    // `Ann Lee had Eva Berg freed before her trial`: of either.
    let between = TokenRange::new(subject.end, at.max(subject.end));
    let other = mentions(doc, entities, between).any(|m| m.entity != last.entity && person && fits(m));
    // `the head of the bank`: of either.
    let part = subject.range().any(|at| matches!(doc.word(at), "of" | "'s" | "’s" | "for"));
    let shown = Some(subject).filter(|subject| subject.len() <= 8);
    (fits(last) && !part && !other).then_some(Owner { entity: last.entity, shown })
}

/// The mentions that lie in `range`; the year in a name (`Expo 2030`) is the name's, though it is a word of time.
fn mentions<'a>(doc: &Document, entities: &'a Entities, range: TokenRange) -> impl Iterator<Item = &'a Mention> {
    let all = &entities.mentions;
    let first = all.partition_point(|m| m.tokens.end <= range.start);
    let end = all.partition_point(|m| m.tokens.start < range.end).max(first);
    let ours = move |at: usize| range.range().contains(&at) || doc.tokens[at].kind == TokenKind::Number;
    let office = |m: &Mention| entities.offices.binary_search(&m.tokens.start).is_ok();
    all[first..end].iter().enumerate().filter_map(move |(n, m)| {
        let kind = entities.entities.get(m.entity as usize).map(|entity| entity.kind);
        let own = m.tokens.range().all(ours) && !is_modifier(doc, m.tokens) && !office(m) && !is_inside(entities, m);
        let passed = || match kind {
            Some(EntityKind::Place | EntityKind::Group) => {
                let next = all.get(first + n + 1).filter(|next| next.tokens.start <= m.tokens.end + 4);
                let person = |next: &&Mention| {
                    let entity = entities.entities.get(next.entity as usize);
                    entity.is_some_and(|entity| entity.kind == EntityKind::Person)
                };
                let holder = next.filter(person).is_some_and(|next| is_of_office(doc, m.tokens, next.tokens));
                let apposed = all[first + n..].get(1).filter(|next| next.tokens.start <= m.tokens.end + 5);
                let describes = || {
                    let named = apposed.is_some_and(|next| {
                        // Not `Danish Muslims`
                        m.tokens.end < next.tokens.start && is_what(doc, m.tokens, next.tokens)
                            || is_where(doc, m.tokens, next.tokens)
                    });
                    let before = (first + n).checked_sub(1).map(|n| &all[n]);
                    let before = before.filter(|before| {
                        let entity = entities.entities.get(before.entity as usize);
                        entity.is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organization))
                    });
                    named || before.is_some_and(|before| is_apposed(doc, before.tokens.end, m.tokens.start))
                };
                // `US diplomat Ann Lee`, `Republican Ann Lee`: what she is.
                let from = || next.filter(person).is_some_and(|next| is_what(doc, m.tokens, next.tokens));
                let group = kind == Some(EntityKind::Group);
                holder
                    || from()
                    || is_beside_border(doc, m.tokens)
                    || group && (is_of_site(doc, m.tokens) || describes() || is_of_coast(doc, m.tokens))
            }
            Some(EntityKind::Organization) => is_in_passing(doc, m.tokens),
            Some(EntityKind::Other | EntityKind::Event) => {
                // `Olympic champion Ann Lee`
                let next = all.get(first + n + 1).filter(|next| next.tokens.start <= m.tokens.end + 4);
                let person = |next: &&Mention| {
                    let entity = entities.entities.get(next.entity as usize);
                    entity.is_some_and(|entity| entity.kind == EntityKind::Person)
                };
                let champion = || next.filter(person).is_some_and(|next| is_what(doc, m.tokens, next.tokens));
                kind == Some(EntityKind::Other) && is_in_passing(doc, m.tokens) || champion()
            }
            // `the Ann Lee hospital`
            Some(EntityKind::Person) => {
                let named = doc.tokens.get(m.tokens.end as usize).is_some_and(|t| BUILDINGS.hold(t.hash));
                named || is_of_kin(doc, m.tokens, all.get(first + n + 1))
            }
            _ => false,
        };
        (own && !passed() && !is_of_ground(doc, m.tokens)).then_some(m)
    })
}

/// `Ann Lee's husband, Tom Lee, left`: whose kin did it.
fn is_of_kin(doc: &Document, name: TokenRange, next: Option<&Mention>) -> bool {
    let (whose, kin) = (name.end as usize, name.end as usize + 1);
    let owner = is_of(doc, kin as u32, Group::Kin) && matches!(doc.word(whose), "'s" | "’s");
    owner
        && next.is_some_and(|m| {
            m.tokens.start as usize == kin + 2
                && doc.word(kin + 1) == ","
                && doc.tokens.get(m.tokens.end as usize).is_some_and(|_| doc.word(m.tokens.end as usize) == ",")
        })
}

/// `at Corrin's own ground`: whose the place is.
fn is_of_ground(doc: &Document, name: TokenRange) -> bool {
    let end = name.end as usize;
    let word = |at: usize| doc.tokens.get(at).map_or("", |_| doc.word(at));
    let ground = |at: usize| matches!(word(at), "ground" | "grounds" | "headquarters" | "stadium");
    let own = end + 1 + usize::from(word(end + 1) == "own");
    let at = (name.start as usize).checked_sub(1).map_or("", word);
    matches!(at, "at" | "in" | "near" | "outside") && matches!(word(end), "'s" | "’s") && ground(own)
}

/// `the Danish president`, which means Ann Lee.
fn is_inside(entities: &Entities, m: &Mention) -> bool {
    let meant = &entities.pronouns;
    let first = meant.partition_point(|other| other.tokens.start <= m.tokens.start).saturating_sub(2);
    let around = |other: &Mention| other.tokens.start < m.tokens.start && m.tokens.end <= other.tokens.end;
    meant[first..].iter().take(3).any(around)
}

/// `Danish District Judge Ann Lee`: whose office it is that the person behind it has.
fn is_of_office(doc: &Document, name: TokenRange, person: TokenRange) -> bool {
    let title = |at: usize| {
        let token = &doc.tokens[at];
        token.kind == TokenKind::Word && !matches!(token.case, Case::Lower | Case::None)
    };
    name.end < person.start && (name.end as usize..person.start as usize).all(title)
}

/// `Danish national Ann Lee`, `the Danish toy company Zarpex`: what the one named behind it is.
fn is_what(doc: &Document, name: TokenRange, next: TokenRange) -> bool {
    let plain = |at: usize| {
        let token = &doc.tokens[at];
        let breaks = Sense::STOP.with(Sense::DETERMINER).with(Sense::SAY);
        let word = token.kind == TokenKind::Word && token.case == Case::Lower;
        // `the Danish tool-maker Zarpex`
        word && !sense_at(doc, at as u32).is(breaks)
            || doc.word(at) == "-" && !token.space_before && at > name.end as usize
    };
    // Not `Danish police arrested Ann Lee`
    let verb = || {
        let sentence = doc.sentences.partition_point(|s| s.tokens.end <= name.start);
        let parse = (sentence < doc.sentences.len()).then(|| grammar::parse(doc, sentence));
        parse.is_some_and(|parse| (name.end..next.start).any(|at| parse.verb_at(at).is_some()))
    };
    name.end <= next.start && (name.end as usize..next.start as usize).all(plain) && !verb()
}

/// `off the Danish coast`, `near the Danish border`: only where.
fn is_of_coast(doc: &Document, name: TokenRange) -> bool {
    let end = name.end as usize;
    let (coast, building) = doc.tokens.get(end).map_or((false, false), |_| {
        let word = doc.word(end);
        let coast = matches!(word, "border" | "coast" | "coastline" | "frontier" | "shore" | "shores");
        (coast, matches!(word, "consulate" | "embassy"))
    });
    let start = name.start as usize;
    let words = (start.saturating_sub(3)..start).rev().take_while(|at| doc.tokens[*at].kind == TokenKind::Word);
    let mut words = words.map(|at| doc.word(at));
    words.any(|word| match word {
        "near" => coast || building,
        "along" | "from" | "off" | "toward" | "towards" => coast,
        _ => false,
    })
}

/// `near the border with Denmark`: only where.
fn is_beside_border(doc: &Document, name: TokenRange) -> bool {
    let start = name.start as usize;
    if start < 4 {
        return false;
    }
    let with = start - 1 - usize::from(doc.word(start - 1) == "the");
    let border = matches!(doc.word(with), "with") && matches!(doc.word(with - 1), "border" | "borders" | "frontier");
    border
        && (with.saturating_sub(5)..with - 1)
            .rev()
            .take_while(|at| doc.tokens[*at].kind == TokenKind::Word)
            .any(|at| matches!(doc.word(at), "from" | "near" | "toward" | "towards"))
}

/// `the Danish city of York`, `the Danish capital, York`: where the town named behind it lies.
fn is_where(doc: &Document, name: TokenRange, next: TokenRange) -> bool {
    let town = (name.end..next.start).take(3).find(|at| TOWNS.hold(doc.tokens[*at as usize].hash));
    town.is_some_and(|town| {
        next.start == town + 1 || next.start == town + 2 && matches!(doc.word(town as usize + 1), "of" | ",")
    })
}

/// `Ann Lee, a retired Danish banker`: what the one named before it is. `end`: where that name ends.
fn is_apposed(doc: &Document, end: u32, start: u32) -> bool {
    let plain = |at: u32| {
        let token = &doc.tokens[at as usize];
        token.kind == TokenKind::Word && token.case == Case::Lower && !sense_at(doc, at).is(Sense::STOP)
    };
    (end + 2..end + 5).contains(&start)
        && doc.word(end as usize) == ","
        && matches!(doc.word(end as usize + 1), "a" | "an")
        && (end + 2..start).all(plain)
}

/// `a Danish art school`: of what kind a place is.
fn is_of_site(doc: &Document, name: TokenRange) -> bool {
    let plain = |at: &u32| {
        let word = doc.tokens.get(*at as usize).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
        word && !sense_at(doc, *at).is(Sense::STOP.with(Sense::DETERMINER))
    };
    (name.end..name.end + 3).take_while(plain).any(|at| is_of(doc, at, Group::Site))
}

/// `close to the offices of the Danish Bank`, `people living in Zarpex huts`, `via its Zarpex page`: where or by what means.
fn is_in_passing(doc: &Document, name: TokenRange) -> bool {
    let word = |at: usize| doc.tokens.get(at).map_or("", |_| doc.word(at));
    // `near a NATO convoy`: what is hit.
    let bare = doc.tokens.get(name.end as usize).is_none_or(|t| t.kind != TokenKind::Word || t.case != Case::Lower)
        || sense_at(doc, name.end).is(Sense::STOP);
    for at in (name.start.saturating_sub(12) as usize..name.start as usize).rev() {
        let before = at.checked_sub(1).map_or("", word);
        match word(at) {
            "via" => return true,
            "near" => return bare,
            "to" if matches!(before, "next" | "adjacent") => return bare,
            // Not `aides close to the Danish party`
            "to" if before == "close" => {
                return bare
                    && (at + 1..name.start as usize)
                        .any(|at| matches!(word(at), "building" | "headquarters" | "office" | "offices" | "seat"));
            }
            "in" if matches!(before, "living" | "residing") => return true,
            "of" => {}
            _ if doc.tokens[at].kind == TokenKind::Mark => return false,
            _ if sense_at(doc, at as u32).is(Sense::PREPOSITION) => return false,
            _ => {}
        }
    }
    false
}

/// `a Danish-made drill`, `anti-Danish leaflets`, `a Danish-language paper`: a name that only says of what kind something is. Not
/// `the Danish-led talks`, `the Lee-Berg deal`.
fn is_modifier(doc: &Document, name: TokenRange) -> bool {
    let hyphen = |at: usize| {
        let joins = |at: usize| doc.tokens.get(at).is_some_and(|t| !t.space_before);
        joins(at) && joins(at + 1) && doc.word(at) == "-"
    };
    let lower = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    let (first, end) = (name.start as usize, name.end as usize);
    let acts = |at: usize| {
        matches!(
            doc.word(at),
            "led"
                | "brokered"
                | "mediated"
                | "negotiated"
                | "sponsored"
                | "hosted"
                | "organised"
                | "organized"
                | "operated"
                | "run"
        )
    };
    // `a Danish text`
    let next = doc.tokens.get(end).map_or("", |_| doc.word(end));
    let text = matches!(next, "text" | "translation" | "edition" | "alphabet" | "dictionary" | "script" | "language");
    let text = text && name.len() == 1;
    // `the Danish war` says neither who fought nor where what is told happened.
    let court = doc.tokens.get(end + 1).is_some_and(|_| matches!(doc.word(end + 1), "crime" | "crimes"));
    let war = next == "war" && !court && first > 0 && matches!(doc.word(first - 1), "the" | "The");
    text || war || hyphen(end) && lower(end + 1) && !acts(end + 1) || first > 1 && hyphen(first - 1) && lower(first - 2)
}

pub(super) fn within(all: &[Mention], range: TokenRange) -> &[Mention] {
    let first = all.partition_point(|m| m.tokens.start < range.start);
    let end = first + all[first..].partition_point(|m| m.tokens.end <= range.end);
    &all[first..end]
}

impl Reader<'_> {
    /// The stretches of words in which a name takes part in the event of `clause`, which is shown as `shown`.
    pub(super) fn own_words(&self, clause: usize, shown: TokenRange) -> Vec<TokenRange> {
        let mut own = Vec::new();
        if let Some((subject, owner)) = self.subject(clause, shown) {
            self.collect(subject, &|at| self.parse.clause_of(at) == Some(owner), &mut own);
        }
        // Before its first word stands the antecedent (`Ann Lee, who …`), which takes part; `where` and `when` have none.
        let start = self.parse.clauses[clause].tokens.start;
        let outer = self.parent(clause);
        let antecedent = |at: u32| at < start && self.parse.clause_of(at) == outer;
        let belongs = self.belonging(clause);
        // `The group known as Corrib will meet`: its name; `the trio, consisting of Lee, Berg and Vos`: theirs.
        let named = |c: usize| {
            let verb = self.verb(c).filter(|v| v.tense == VerbTense::None);
            let names = verb.is_some_and(|v| match self.word(v.main) {
                "consisting" | "comprising" => true,
                _ if !v.passive => false,
                "called" | "named" | "dubbed" => true,
                // Not `known for a talk with Ann Lee`.
                "known" => (1..5).any(|n| self.behind(v, n) == "as"),
                _ => false,
            });
            names && self.parse.clauses[c].kind == ClauseKind::Participial && self.parent(c) == Some(clause)
        };
        // `Ann Lee has been freed, police said on Friday`
        let told: Vec<usize> = self.fronted(clause).map_or(Vec::new(), |told| self.belonging(told));
        // `Also freed was Ann Lee`
        let inverted = self.inverted(clause).and(outer);
        let own_clause = |c: usize| {
            inverted == Some(c)
                || belongs.contains(&c)
                || told.contains(&c)
                || named(c)
                || self.is_told(c, clause)
                || self.is_cleft(c, clause)
                || self.is_toll(c, clause)
                || self.is_of_verb(c, clause)
        };
        let doers: Vec<TokenRange> = (clause + 1..self.parse.clauses.len())
            .take(8)
            .filter(|&c| self.parent(c).is_some_and(|p| belongs.contains(&p)))
            .filter_map(|c| self.by_whom(c))
            .collect();
        let does = |at: u32| doers.iter().any(|range| range.range().contains(&(at as usize)));
        let inside = |at: u32| antecedent(at) || does(at) || self.parse.clause_of(at).is_some_and(own_clause);
        self.collect(shown, &inside, &mut own);
        if self.verb(clause).is_some_and(|v| !self.is_quoted(v.main)) {
            own = own.into_iter().flat_map(|range| self.outside_words(range)).collect();
        }
        own.extend(self.speaker(clause));
        own
    }

    /// The parts of `range` but what someone is quoted with: `saw “a threat to the Danish coast”`. A title begins with a capital.
    fn outside_words(&self, range: TokenRange) -> Vec<TokenRange> {
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            let behind = (at..range.end).find(|&at| !self.is_quoted(at)).unwrap_or(range.end);
            let first = (at..behind).find(|&at| !self.is_mark(at));
            let spoken = first.is_some_and(|first| behind - first > 3 && !is_capital(self.doc, first));
            if spoken {
                parts.extend((start < at).then(|| TokenRange::new(start, at)));
                start = behind;
            }
            at = behind.max(at + 1);
        }
        parts.extend((start < range.end).then(|| TokenRange::new(start, range.end)));
        parts
    }

    /// `“In January I met Tom Berg,” said Ann Lee`: the words behind the quotation that name who speaks of themselves.
    fn speaker(&self, clause: usize) -> Option<TokenRange> {
        let verb = self.verb(clause)?;
        let (start, last) = (verb.tokens.start, self.doc.sentences[self.number].tokens.end);
        if start == 0 || self.word(start - 1) != "I" || !self.is_quoted(start) {
            return None;
        }
        // `Tom Berg saying “I met her in May”`
        let subject = |v: &VerbGroup| {
            let first =
                attach::phrase_start(self.doc, self.parse, self.parse.clause_of(v.tokens.start)?, v.tokens.start)
                    .or_else(|| {
                        let around = self.parse.clause_of(v.tokens.start.checked_sub(1)?)?;
                        attach::phrase_start(self.doc, self.parse, around, v.tokens.start)
                    })?;
            Some(TokenRange::new(first, v.tokens.start))
        };
        let says = |v: &&VerbGroup| self.sense(v.main).is(Sense::SAY);
        let first = self.doc.sentences[self.number].tokens.start;
        let open = (start.saturating_sub(12).max(first)..start).rev().find(|&at| !self.is_quoted(at));
        let ahead =
            open.and_then(|open| (open.saturating_sub(1).max(first)..=open).rev().find(|&at| !self.is_mark(at)));
        if let Some(verb) = ahead.and_then(|at| self.parse.verb_at(at)).filter(says) {
            return subject(verb);
        }
        let close = (verb.tokens.end..last.min(start + FAR)).find(|&at| !self.is_quoted(at))?;
        // `“I met her in May,” Tom Berg said`
        let behind = (close + 1..last.min(close + 8)).take_while(|&at| !self.is_mark(at));
        let behind = behind.filter_map(|at| self.parse.verb_at(at)).next();
        if let Some(verb) = behind.filter(says).filter(|v| v.tokens.start > close + 1) {
            return subject(verb);
        }
        let end = (close + 1..last).take(8).take_while(|&at| !self.is_mark(at)).last()? + 1;
        let says = self.parse.verb_at(close + 1).is_some_and(|v| self.sense(v.main).is(Sense::SAY));
        let told = says && !self.sense(close + 2).is(Sense::DETERMINER);
        let behind = (close + 2..end).find(|&at| self.sense(at).is(Sense::STOP)).unwrap_or(end);
        (told && close + 2 < behind).then(|| TokenRange::new(close + 2, behind))
    }

    /// The clause and those without tense that only go on with it: `agreed to meet Lee`, `began talking to Lee`.
    fn belonging(&self, clause: usize) -> Vec<usize> {
        let mut own = vec![clause];
        let mut at = clause;
        while self.parse.clauses[at].kind == ClauseKind::Infinitive
            && let Some(parent) = self.parent(at)
        {
            own.push(parent);
            at = parent;
        }
        for (number, child) in self.parse.clauses.iter().enumerate().skip(clause + 1) {
            if own.len() > 8 || child.tokens.start > self.parse.clauses[clause].tokens.end {
                break;
            }
            let goes_on = match child.kind {
                ClauseKind::Infinitive => true,
                ClauseKind::Participial => {
                    let verb = self.verb(number);
                    // `in a town located in Togo`
                    let lies = |v: &VerbGroup| {
                        matches!(self.word(v.main), "located" | "situated" | "based")
                            && !matches!(self.word(v.main + 1), "on" | "upon")
                    };
                    // `The ship, renamed Hope, left`
                    let names =
                        |v: &VerbGroup| v.passive && v.main == child.tokens.start && self.is_of(v.main, Group::Naming);
                    !self.is_mark(child.tokens.start.max(1) - 1)
                        && verb.is_some_and(|v| v.tense == VerbTense::None && (!v.passive || lies(v)))
                        || verb.is_some_and(names)
                }
                // `said it will buy Sega`
                ClauseKind::Content => {
                    // `announced that they had chosen Ann Lee`
                    let tells = self.verb(clause).is_some_and(|v| {
                        matches!(self.word(v.main), "announced" | "announces" | "confirmed" | "revealed" | "disclosed")
                            && !v.passive
                    });
                    let verb = self.verb(number).filter(|v| match v.tense {
                        VerbTense::Future | VerbTense::Modal => true,
                        VerbTense::Past | VerbTense::PastPerfect | VerbTense::PresentPerfect => tells && !v.negated,
                        _ => false,
                    });
                    let same = |v: &VerbGroup| {
                        matches!(self.word(v.tokens.start.wrapping_sub(1)), "it" | "they" | "he" | "she")
                    };
                    verb.is_some_and(|v| v.tokens.start <= child.tokens.start + 2 && same(v))
                }
                // `killed or drove out`
                ClauseKind::Coordinated => self.is_alternative(number) || self.is_either(number),
                _ => false,
            };
            if goes_on && child.parent.is_some_and(|p| own.contains(&(p as usize))) {
                own.push(number);
            }
        }
        own
    }

    /// The stretches of `range` that are `inside` the event, without words of time and without sources.
    fn collect(&self, range: TokenRange, inside: &dyn Fn(u32) -> bool, out: &mut Vec<TokenRange>) {
        let first = self.timexes.partition_point(|t| t.tokens.end <= range.start);
        let mut timexes = self.timexes[first..].iter().map(|t| t.tokens).peekable();
        let mut open: Option<u32> = None;
        let mut elsewhere = false;
        for at in range.start..range.end.min(range.start.saturating_add(4 * FAR)) {
            while timexes.next_if(|t| t.end <= at).is_some() {}
            let timed = timexes.peek().is_some_and(|t| t.start <= at);
            let ours = self.is_hearing(at) || self.word(at) == "after" && self.is_met(at);
            if self.sense(at).is(Sense::ASIDE) && !ours {
                elsewhere = true;
            } else if elsewhere && (timed || self.ends_aside(at)) {
                elsewhere = false;
            }
            // `Hurricane Orla struck York`: the event itself.
            let anchored = self.anchor(TokenRange::new(at, at + 1)).is_some_and(|end| {
                !self.parse.verb_at(end).is_some_and(|v| v.tokens.start == end && v.tense != VerbTense::None)
            });
            let ours = !elsewhere && !timed && inside(at) && !anchored;
            match open {
                None if ours => open = Some(at),
                Some(start) if !ours => {
                    out.push(TokenRange::new(start, at));
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open {
            out.push(TokenRange::new(start, range.end));
        }
    }

    /// A mark that parts phrases; the one inside a name or a compound does not.
    fn ends_aside(&self, at: u32) -> bool {
        // Not inside the verb: `Ann Lee has, according to Zarpex, left`.
        let verb = self
            .parse
            .verb_at(at)
            .is_some_and(|v| v.tense != VerbTense::None && (at == v.tokens.start || at == v.main));
        verb || self.is_mark(at) && !matches!(self.word(at), "-" | "’" | "'" | "." | "&" | "/")
    }
}
