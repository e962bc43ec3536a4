//! Which methods speak of places and of hospitals that can be told apart?

use super::{Chapter, Method, Role, Text};

pub(super) const CHAPTER: Chapter = Chapter {
    id: "method-places",
    question: Text {
        ja: "どの病院とどの病院が区別できるのか", en: "Which hospitals can be told apart?"
    },
    methods: &[
        Method {
            id: "places",
            name: Text { ja: "順位の幅（同時の区間）", en: "Range of places (simultaneous)" },
            when: Text {
                ja: "一覧に順位の幅を添えるとき。見込み件数10以上の病院だけ",
                en: "Wherever a list gives places; only for hospitals with ten or more expected events",
            },
            plain: Text {
                ja: "すべての組を同時に比べ、はっきり上の病院と、はっきり下の病院を数えます。並べ替えても選び出しても、すべての病院の本当の順位が、95％以上の確かさで、それぞれの幅に入ります。",
                en: "All pairs are compared at once; those clearly ahead and clearly behind are counted. However a reader sorts or picks, with 95% confidence all true places lie in their ranges together.",
            },
            formula: "t = (y_j − y_i)/√(s_i² + s_j²); apart if |t| > c(p) = q_{0.95; p, ∞}/√2; range [1 + ahead, p − behind]",
            source: "Al Mohamad, van Zwet & Goeman, arXiv:1708.02428 (ICRanks); Tukey–Kramer, Hayter 1984; Mogstad et al. 2023, Rev Econ Stud",
            function: "rank::CriticalValue::simultaneous, rank::place_ranges",
            role: Role::Used,
        },
        Method {
            id: "pair",
            name: Text { ja: "二つ（または数か所）の病院の比較", en: "Two (or a few) hospitals" },
            when: Text { ja: "比較のページ", en: "The comparison page" },
            plain: Text {
                ja: "比べる病院が少ないほど、はっきり言いやすくなります。そのため、二つだけなら区別できても、全国を同時に見ると区別できないことがあります。どちらの比べ方かを、必ず書きます。",
                en: "The fewer are compared, the more can be said. So two hospitals may be told apart on their own, yet not among all in the country. We always say which comparison it is.",
            },
            formula: "the same test with c(k), k hospitals on the page (k = 2: 1.96)",
            source: "Tukey–Kramer",
            function: "rank::compare, rank::shortlist",
            role: Role::Used,
        },
        Method {
            id: "marginal",
            name: Text {
                ja: "前もって選んだ一つの病院の順位の幅", en: "Places of one hospital chosen beforehand"
            },
            when: Text {
                ja: "研究者向け。ページにも API にも出しません",
                en: "For researchers; neither on pages nor in the API",
            },
            plain: Text {
                ja: "見る前に一つの病院だけを決めているなら、幅は少し狭くできます。",
                en: "Where one hospital is chosen before looking, its range can be a little narrower.",
            },
            formula: "c = Φ⁻¹(½(1 + 0.95^{1/(p−1)}))",
            source: "Šidák 1967, J Am Stat Assoc 62:626–633",
            function: "rank::CriticalValue::marginal, rank::place_range",
            role: Role::Used,
        },
        Method {
            id: "expected-rank",
            name: Text { ja: "期待順位と順位の分布", en: "Expected rank and rank distribution" },
            when: Text { ja: "研究者向け。一覧には出しません", en: "For researchers; never on lists" },
            plain: Text {
                ja: "真の値についての見立てから、平均して何番目になるかを、乱数なしで計算します。",
                en: "From what is believed about the true values, the place a hospital takes on average, without random numbers.",
            },
            formula: "1 + ΣΦ((m_i − m_j)/√(v_i + v_j)); exact Poisson-binomial over quantiles of θ_i",
            source: "Laird & Louis 1989; Lin et al. 2006; Marshall & Spiegelhalter 1998",
            function: "rank::expected_ranks, rank::place_distribution",
            role: Role::ForComparison,
        },
    ],
};
