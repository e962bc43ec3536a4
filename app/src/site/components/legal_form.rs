//! Where does the legal form of an official name end and the name that people say begin? The first is set small, nothing is left
//! out and nothing is made up.

use leptos::prelude::*;

/// How Japanese legal forms are written at the beginning of a name, the longer ones first.
const FORMS: [&str; 18] = [
    "特定医療法人社団",
    "特定医療法人財団",
    "医療法人社団",
    "医療法人財団",
    "社会医療法人",
    "特定医療法人",
    "社団医療法人",
    "財団医療法人",
    "医療法人",
    "地方独立行政法人",
    "独立行政法人",
    "国立研究開発法人",
    "国立大学法人",
    "公立大学法人",
    "社会福祉法人",
    "公益財団法人",
    "一般財団法人",
    "公益社団法人",
];
/// What a facility is called; a corporation is not.
const FACILITY: [&str; 9] =
    ["病院", "医院", "クリニック", "診療所", "センター", "療養所", "ホスピタル", "産院", "医療院"];
/// With what no name begins: 会津 is a place, a branch and an annexe belong to the corporation.
const NOT_OWN: [&str; 4] = ["津", "支部", "附属", "付属"];
/// How the name of a corporation ends.
const ENDS: [&str; 2] = ["機構", "会"];

/// A name in a heading: its legal form small on a line of its own, where it has one. The text is the name as it is.
pub fn headed(name: &str) -> AnyView {
    match parted(name) {
        Some((form, own)) => view! { <span class="ms-legal">{form.to_owned()}</span> {own.to_owned()} }.into_any(),
        None => name.to_owned().into_any(),
    }
}

/// The legal form with what parts it from the name, and the name; together they are the whole.
pub fn parted(name: &str) -> Option<(&str, &str)> {
    let at = in_japanese(name).or_else(|| in_english(name))?;
    let (form, own) = name.split_at_checked(at)?;
    (!form.is_empty() && !own.trim().is_empty()).then_some((form, own))
}

fn in_japanese(name: &str) -> Option<usize> {
    let form = FORMS.iter().find(|form| name.starts_with(**form))?.len();
    let blank = |c: char| c == ' ' || c == '\u{3000}';
    let is_facility = |text: &str| FACILITY.iter().any(|word| text.contains(word) && !text.starts_with(word));
    // the register often writes corporation and facility apart
    let apart = name.char_indices().filter(|(at, c)| *at >= form && blank(*c)).map(|(at, c)| at + c.len_utf8());
    let apart = apart
        .filter(|at| {
            name.get(*at..).is_some_and(|rest| {
                is_facility(first_part(rest)) && !ENDS.iter().any(|end| first_part(rest).ends_with(end))
            })
        })
        .min();
    let together = || {
        let rest = name.get(form..)?;
        let after =
            |end: &str| rest.match_indices(end).map(|(at, end)| (at, form + at + end.len())).collect::<Vec<_>>();
        let mut after: Vec<(usize, usize)> = ENDS.iter().flat_map(|end| after(end)).collect();
        after.sort_unstable();
        let own = |at: usize| {
            name.get(at..).is_some_and(|own| is_facility(own) && NOT_OWN.iter().all(|part| !own.starts_with(part)))
        };
        after.into_iter().find(|(before, at)| *before > 0 && own(*at)).map(|(_, at)| at)
    };
    let form_alone =
        || name.get(form..).is_some_and(|rest| is_facility(rest.trim_start_matches(blank))).then_some(form);
    apart.or_else(together).or_else(form_alone)
}

fn first_part(rest: &str) -> &str {
    rest.split([' ', '\u{3000}']).next().unwrap_or(rest)
}

/// `Medical corporation seikoukai Aoba Hospital`, and the same in Latin letters only: `Iryohojinshadan Aijikai …`.
fn in_english(name: &str) -> Option<usize> {
    let words: Vec<(usize, String)> = starts(name);
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word.as_str());
    let first = usize::from(["social", "specified", "special"].contains(&word(0)));
    let mut own = if (word(first), word(first + 1)) == ("medical", "corporation") {
        first + 2
    } else if first == 0 && (word(0).contains("hojin") || word(0).contains("houjin")) {
        1
    } else {
        return None;
    };
    while ["association", "foundation", "shadan", "zaidan"].contains(&word(own)) {
        own += 1;
    }
    // one word alone, such as "Hospital", is no name
    if word(own).ends_with("kai") && words.len() > own + 2 {
        own += 1;
    }
    words.get(own).map(|(at, _)| *at)
}

/// Where each word begins, and the word in small letters.
fn starts(name: &str) -> Vec<(usize, String)> {
    let mut before = ' ';
    let mut starts: Vec<(usize, String)> = Vec::new();
    for (at, c) in name.char_indices() {
        if c.is_whitespace() {
            before = ' ';
            continue;
        }
        if before == ' ' {
            starts.push((at, String::new()));
        }
        if let Some((_, word)) = starts.last_mut() {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_form_is_parted_from_the_name_that_people_say() {
        for (form, own) in [
            ("医療法人社団愛慈会\u{3000}", "東西病院"),
            ("医療法人財団 玉東会 ", "みなとクリニック"),
            ("地方独立行政法人架空県立病院機構", "架空県立こども医療センター"),
            ("特定医療法人社団三東会", "愛リハビリテーション病院"),
            ("地方独立行政法人\u{3000}架空県立病院機構\u{3000}", "架空県立循環器センター"),
            ("医療法人", "東西病院"),
            ("社会福祉法人東会支部架空県西会", "みなと病院"),
            ("国立大学法人", "架空大学医学部附属病院"),
            ("Medical corporation ", "Aoba Hospital"),
            ("medical corporation aobakai ", "Minato Hospital"),
            ("Iryohojinshadan Aijikai ", "Minato Byoin"),
        ] {
            let name = format!("{form}{own}");
            assert_eq!(parted(&name), Some((form, own)), "{name}");
        }
    }

    #[test]
    fn a_name_without_a_legal_form_or_without_a_name_of_its_own_stays_whole() {
        let whole = [
            "市立会津病院",
            "東会病院",
            "医療法人東会",
            "General Hospital",
            "Medical corporation",
            "CORPORATION CLINIC",
        ];
        for name in whole {
            assert_eq!(parted(name), None, "{name}");
        }
        assert_eq!(parted("医療法人会津病院"), Some(("医療法人", "会津病院")));
    }

    #[test]
    fn nothing_of_a_name_is_lost() {
        let html = headed("医療法人東会\u{3000}港病院").to_html();
        assert!(html.contains("医療法人東会\u{3000}</span>") && html.contains("港病院"), "{html}");
    }
}
