//! Whom `his` and `him` mean: who owns what is told of, and to whom something is done.
//!
//! Absent here: who does it (`he`), and what is told of his kin or his party.

use super::{Asked, Finder, MANY, PERSONS, Place, Scene};
use crate::document::{Case, TokenKind, word_hash};
use crate::entities::gender::Gender;
use crate::entities::lexicon::class;
use crate::entities::vocabulary::{self, Rule};
use crate::grammar;

impl Finder<'_> {
    /// `her show`, `her 9 May trial`; not `saw her in York`, `saw her, and`, `saw her last week`.
    pub(super) fn is_owner(&self, at: u32) -> bool {
        let reading = self.reading;
        let day = |at: u32| reading.has(at, class::CALENDAR);
        let number = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number);
        if day(at + 1) {
            return number(at + 2) && self.is_noun(at + 3);
        }
        match reading.word(at + 1) {
            "last" => !day(at + 2) && !matches!(reading.word(at + 2), "week" | "month" | "year" | "night"),
            word => self.is_noun(at + 1) && !BEHIND.contains(&word),
        }
    }

    fn is_noun(&self, at: u32) -> bool {
        let reading = self.reading;
        reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::None)
            && !reading.is(at, Rule::Behind)
    }

    /// `Police arrested him in May`: who is no one of the clause itself.
    #[expect(clippy::too_many_arguments, reason = "what a sentence knows")]
    pub(super) fn object(
        &mut self,
        gender: Gender,
        at: u32,
        number: usize,
        scene: &Scene,
        before: &Scene,
        places: &[Place],
        next: usize,
    ) -> Option<usize> {
        let parse = grammar::parse(self.reading.doc, number);
        let clause = parse.clause_of(at);
        // Not `Lee called him`, `she and Lee called him`, `For him Lee left`.
        let own = |at: u32| parse.clause_of(at) == clause;
        let verb = parse.verbs.iter().take(MANY).rfind(|v| v.tokens.start < at)?;
        let first = places[..next].iter().rev().take(8);
        let named = first.filter(|place| place.who.is_some()).any(|place| own(place.tokens.start));
        let sentence = self.reading.doc.sentences[number].tokens;
        let spoken = self.found.iter().rev().take(4).any(|(tokens, _)| {
            tokens.start >= sentence.start
                && own(tokens.start)
                && matches!(self.reading.word(tokens.start), "he" | "He" | "she" | "She")
        });
        // A verb without its own subject: `Lee left, calling him a liar`.
        let bare = verb.tense == grammar::VerbTense::None || !own(verb.main) || {
            let start = verb.tokens.start;
            let subject = (start.saturating_sub(12).max(sentence.start)..start).rev().take_while(|at| own(*at));
            !subject.into_iter().any(|at| {
                self.reading.token(at).is_some_and(|t| t.kind == TokenKind::Word)
                    && !matches!(self.reading.word(at), "and" | "but" | "or" | "also" | "later" | "then")
            })
        };
        if named || spoken || bare {
            let reach = if bare { sentence.start } else { parse.clauses[clause?].tokens.start };
            let living = self.living_object(gender, reach..at, before);
            return living.or_else(|| if spoken || bare { None } else { self.opposite(gender, at, scene, before) });
        }
        if self.is_new_behind(gender, scene, &places[next..]) {
            return None;
        }
        let asked = Asked { at, bound: false, under: true, number, behind: &places[next..] };
        self.meant(gender, scene, before, asked)
    }

    /// `Piet Vos resigned. Tom Lee replaced him`: of two the other, where no third is told of.
    fn opposite(&mut self, gender: Gender, at: u32, scene: &Scene, before: &Scene) -> Option<usize> {
        let [(one, true)] = scene.people[..] else { return None };
        let free = !before.kept && !scene.has_stranger(gender) && !before.has_stranger(gender);
        // `told him`, `asked him`: perhaps one who asks.
        let says = self.reading.is(at.saturating_sub(1), Rule::Say);
        let mut others = before.people.iter().copied().filter(|(g, _)| *g != one);
        let (other, about) = others.next().filter(|_| free && !says && others.next().is_none())?;
        (about && self.gender(other).0 == Some(gender)).then_some(other)
    }

    /// Somebody whom the pronoun may mean is named behind it, who was not told of before.
    fn is_new_behind(&mut self, gender: Gender, scene: &Scene, behind: &[Place]) -> bool {
        behind.iter().take(8).filter_map(|place| place.who).any(|g| {
            let may = self.gender(g).0 != Some(gender.other());
            may && !scene.people.iter().any(|(other, _)| *other == g)
        })
    }

    /// `His first show was in York`: whose it is, where that is no one else and nobody’s kin (`his brother`).
    pub(super) fn owner(
        &mut self,
        gender: Gender,
        at: u32,
        number: usize,
        scene: &Scene,
        before: &Scene,
        behind: &[Place],
    ) -> Option<usize> {
        let reading = self.reading;
        // `aid for his native York`
        if matches!(reading.word(at + 1), "adopted" | "native") {
            return None;
        }
        let noun = |at: &u32| reading.word(*at) == "-" || self.is_noun(*at);
        let others = |at: u32| {
            let word = reading.word(at);
            let one = word.strip_suffix('s').map(word_hash);
            PERSONS.iter().any(|rule| reading.is(at, *rule) || one.is_some_and(|one| vocabulary::is(one, *rule)))
                || OTHERS.contains(&word)
        };
        if !self.is_owner(at) || (at + 1..at + 7).take_while(noun).any(others) {
            return None;
        }
        // `After his defeat, Ann Lee’s rival Tom Berg left`; not `His defeat came when Tom Berg left` of whose life is told.
        let opens = reading.doc.sentences[number].tokens.start == at && self.life.is_some();
        if !opens && self.is_new_behind(gender, scene, behind) {
            return None;
        }
        let asked = Asked { at, bound: false, under: true, number, behind };
        self.meant(gender, scene, before, asked)
    }
}

/// Words behind `her` that it does not own.
const BEHIND: &[&str] =
    &["a", "an", "and", "back", "but", "down", "how", "off", "or", "out", "that", "the", "this", "up", "what", "who"];

/// What is somebody’s and takes part for itself: `his party`.
const OTHERS: &[&str] = &[
    "administration",
    "agency",
    "allies",
    "army",
    "ally",
    "associates",
    "bank",
    "brothers",
    "cabinet",
    "capital",
    "children",
    "city",
    "club",
    "coalition",
    "command",
    "committee",
    "companies",
    "company",
    "country",
    "department",
    "family",
    "fans",
    "father-in-law",
    "firm",
    "followers",
    "force",
    "forces",
    "government",
    "grandchildren",
    "group",
    "homeland",
    "label",
    "ministry",
    "movement",
    "nation",
    "office",
    "organisation",
    "organization",
    "parents",
    "party",
    "people",
    "regime",
    "relatives",
    "rivals",
    "school",
    "siblings",
    "side",
    "staff",
    "state",
    "supporters",
    "team",
    "town",
    "troops",
    "unit",
    "university",
    "village",
    "wives",
    "women",
];
