//! How much of two names is the same?

/// What says nothing in a name.
const COMMON: &[&str] = &["病院", "医院", "診療所", "クリニック", "センター"];
/// Fields of medicine in names; longer than what tells two of them apart.
const FIELDS: &[&str] =
    &["リハビリテーション", "整形外科", "脳神経外科", "産婦人科", "循環器", "消化器", "小児", "外科", "内科"];
/// What many names end with, beside that.
const KINDS: &[&str] =
    &["記念", "総合", "中央", "温泉", "医療", "療養", "市立", "県立", "国立", "附属", "付属", "大学", "第一", "第二"];

/// What two names have in common, in the same order and without what every name has; 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Likeness {
    /// As a share of the shorter name.
    pub of_shorter: f64,
    /// As a share of the longer name.
    pub of_longer: f64,
}

impl Likeness {
    pub fn of(one: &str, other: &str) -> Self {
        Self::without(one, other, &[])
    }

    /// The same without the fields of medicine that both names have: two hospitals for rehabilitation are not one.
    pub fn beside_fields(one: &str, other: &str) -> Self {
        let both: Vec<&str> =
            FIELDS.iter().copied().filter(|field| one.contains(field) && other.contains(field)).collect();
        Self::without(one, other, &both)
    }

    fn without(one: &str, other: &str, fields: &[&str]) -> Self {
        let (one, other) = (told(one, fields), told(other, fields));
        let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
        if shorter == 0 {
            return Self { of_shorter: 0.0, of_longer: 0.0 };
        }
        let common = common_in_order(&one, &other);
        #[allow(clippy::cast_precision_loss)]
        let share = |of: usize| common as f64 / of as f64;
        Self { of_shorter: share(shorter), of_longer: share(longer) }
    }
}

/// A name without what every name has, and without these fields.
fn told(name: &str, fields: &[&str]) -> Vec<char> {
    COMMON.iter().chain(fields).fold(name.to_string(), |name, common| name.replace(common, "")).chars().collect()
}

/// How many letters of the end of two names are the same and say something: 魚沼基幹 of …魚沼基幹病院.
pub(super) fn telling_end(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a);
    let end: Vec<char> = same.collect();
    let end: String = end.into_iter().rev().collect();
    COMMON.iter().chain(FIELDS).chain(KINDS).fold(end, |end, common| end.replace(common, "")).chars().count()
}

/// Length of the longest common subsequence.
fn common_in_order(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut diagonal = 0;
        for (place, b) in other.iter().enumerate() {
            let above = row[place + 1];
            row[place + 1] = if a == b { diagonal + 1 } else { above.max(row[place]) };
            diagonal = above;
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_common_end_counts_only_where_it_says_something() {
        assert_eq!(telling_end("架空大学教育センターみなと基幹病院", "架空県推進機構みなと基幹病院"), 5);
        assert_eq!(telling_end("明日会リハビリテーション病院", "みどりリハビリテーション病院"), 0);
        assert_eq!(telling_end("明日会東記念病院", "青葉会東記念病院"), 1 + 1, "会 and 東");
    }

    #[test]
    fn likeness_is_a_share_of_either_name() {
        let likeness = Likeness::of("架空大学みなと病院", "架空医科大学みなと病院");
        assert_eq!(likeness.of_shorter, 1.0);
        assert!((likeness.of_longer - 7.0 / 9.0).abs() < 1e-9);
        assert_eq!(Likeness::of("病院", "架空病院").of_shorter, 0.0);
    }
}
