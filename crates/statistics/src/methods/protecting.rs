//! Which methods keep small numbers from giving people away?

use super::{Chapter, Method, Role, Text};

pub(super) const CHAPTER: Chapter = Chapter {
    id: "method-disclosure",
    question: Text {
        ja: "少ない人数から、だれかが分かってしまわないか",
        en: "Could small numbers give somebody away?",
    },
    methods: &[
        Method {
            id: "suppression",
            name: Text {
                ja: "少ない数を伏せ、ほかの欄からも分からないようにする",
                en: "Suppression that cannot be undone from other cells",
            },
            when: Text {
                ja: "自分たちで表を作るとき。公表元が出した値は、そのまま載せます",
                en: "Tables of our own; a figure that its publisher printed is repeated as printed",
            },
            plain: Text {
                ja: "合計から引き算すれば分かる数は、伏せたことになりません。必要なだけ別の欄も伏せ、最後に攻撃者になって計算し、分かってしまうなら表ごと出しません。",
                en: "A count that can be found by subtraction is not hidden. As many further cells as needed are hidden; then we play the attacker, and if a small count can still be pinned down, the whole table stays back.",
            },
            formula: "k ≥ 2 hidden cells with S − least·(k−1) ≥ t per line, to a fixed point; audit: range of each small cell reaches t and is ≥ t−1 wide",
            source: "Willenborg & de Waal 2001; CMS cell size policy; NHS England HES; NDBオープンデータの公表基準",
            function: "disclosure::suppress_line, protect_parts, suppress_grid, audit_grid",
            role: Role::Used,
        },
        Method {
            id: "rate-leak",
            name: Text { ja: "割合から人数が分からないか", en: "Does a rate give a count away?" },
            when: Text {
                ja: "人数の分かる割合を載せるとき", en: "Printing a rate whose number of patients is known"
            },
            plain: Text {
                ja: "200人の2.5％は5人です。割合から伏せるべき人数が決まってしまうなら、割合も伏せるか、桁を減らします。",
                en: "2.5% of 200 people are five. Where a rate pins down a count that must be hidden, the rate is hidden too or loses decimals.",
            },
            formula: "all x with round(100x/n) equal to the printed rate",
            source: "Own rule",
            function: "disclosure::rate_leak",
            role: Role::Used,
        },
    ],
};
