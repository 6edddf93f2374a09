//! Whether `3/4/2025` is 3 April or March 4: what the document itself shows.
//!
//! Doors: [`day_first`], [`is_british`], [`is_of_april`], [`is_southern`].

use super::Match;
use super::meaning::{Meaning, Point};
use super::value::Value;
use crate::document::{Document, TokenKind, WordMap, word_hash};

/// Words and spellings of where the day comes first.
const DAY_FIRST: &str = "£ centre centres programme programmes labour colour favour neighbour neighbours organisation \
    organised realise realised recognised defence theatre metres kilometres tonnes mum whilst councillor \
    councillors constabulary mp mps gmt bst nhs uk australian dr mr mrs";
/// Words and spellings of where the month comes first.
const MONTH_FIRST: &str = "center centers program programs labor color favor neighbor neighbors organization organized realize \
    realized recognized defense theater sheriff county congressman congresswoman gov. est edt pst pdt \
    u.s. mayor dr. mr. mrs. sen. rep. city";
/// Words of who writes in Britain, and of who writes in America.
const BRITISH: &str = "£ nhs mp mps constabulary bst uk britain british england wales";
const AMERICAN: &str = "$ u.s. us american sheriff gov. sen. rep. est edt pst pdt";
/// Names of where the summer is in January, and of where it is in July.
const SOUTHERN: &str = "australia australian australians adelaide brisbane canberra hobart melbourne perth queensland sydney \
    tasmania nsw zealand auckland christchurch dunedin johannesburg pretoria durban soweto zimbabwe harare argentina \
    argentine uruguay montevideo chile chilean santiago";
const NORTHERN: &str = "london britain british england english scotland wales ireland uk europe european us u.s. america american \
    washington california texas florida york chicago canada canadian france french paris germany german berlin spain \
    italy russia russian moscow china chinese beijing japan japanese tokyo korea india indian delhi iraq iran israel \
    turkey egypt sweden norway poland ukraine greece";
/// How many tokens are asked.
const ASKED: usize = 4000;

/// True where the day comes first: shown by a date that can be read in one way only, else by how dates are written in
/// words, else by spelling. None where nothing tells.
pub fn day_first(doc: &Document, matches: &[Match]) -> Option<bool> {
    let (mut slashed, mut only, mut worded) = (false, 0, 0);
    for found in matches {
        let first = found.tokens.start as usize;
        let number = |at: usize| doc.tokens.get(at).filter(|t| t.kind == TokenKind::Number).map(|_| doc.word(at));
        let small = number(first).and_then(|w| w.split('.').next()?.parse::<u32>().ok());
        match found.meaning {
            Meaning::Point(Point::Slashed { .. }, _) | Meaning::Clock { on: Some((Point::Slashed { .. }, _)), .. } => {
                slashed = true;
            }
            Meaning::Point(Point::Known(Value::Day(date)), _) => match small {
                Some(n) if n <= 31 && doc.tokens.get(first + 1).is_none_or(|t| t.kind != TokenKind::Word) => {
                    only += if n == u32::from(date.day) && n > 12 { 1 } else { -1 };
                }
                Some(n) if n <= 31 => worded += 1,
                None => worded -= 1,
                _ => {}
            },
            Meaning::Point(Point::Month { day: Some(_), .. }, _) => worded += if small.is_some() { 1 } else { -1 },
            _ => {}
        }
    }
    if !slashed {
        return None;
    }
    [only, worded, votes(doc, DAY_FIRST, MONTH_FIRST)].into_iter().find(|votes| *votes != 0).map(|votes| votes > 0)
}

/// True where the article seems to be written in Britain: at least two words more tell so than tell for America.
pub fn is_british(doc: &Document) -> bool {
    votes(doc, BRITISH, AMERICAN) >= 2
}

/// True where the year of the state begins in April: in Britain and India.
pub fn is_of_april(doc: &Document) -> bool {
    is_british(doc) || votes(doc, "₹ crore crores lakh lakhs", "") > 0
}

/// True where the article seems to be about the south of the globe, where the seasons lie the other way round.
pub fn is_southern(doc: &Document) -> bool {
    votes(doc, SOUTHERN, NORTHERN) >= 2
}

/// How many more of the first words are in one list than in the other.
fn votes(doc: &Document, yes: &str, no: &str) -> i32 {
    let mut worth: WordMap<i32> = WordMap::default();
    for (list, vote) in [(yes, 1), (no, -1)] {
        list.split_whitespace().for_each(|word| *worth.entry(word_hash(word)) += vote);
    }
    doc.tokens.iter().take(ASKED).filter_map(|token| worth.get(token.hash)).sum()
}
