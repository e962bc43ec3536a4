//! How often may one sender ask for something costly? A bucket of tokens per address; the clock is an argument.

use super::Clock;
use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

/// How many addresses are remembered; beyond, those that have all their tokens again are forgotten.
const MOST_ADDRESSES: usize = 10_000;

/// So many at once, and one more every so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Until one more.
    pub seconds: u32,
}

/// Counts for every address; cheap to clone, all clones count together.
#[derive(Debug, Clone)]
pub struct Allowance {
    rate: Rate,
    clock: Clock,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Debug, Default)]
struct Counts {
    /// When all tokens of an address are back.
    full_at: HashMap<Sender, i64>,
    /// When addresses were last forgotten.
    swept: i64,
}

/// Whom tokens are counted for. A household has a whole network of IPv6, so only its first half counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sender(u128);

/// Where the address of a sender stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Senders {
    /// It is the other end of the connection.
    #[default]
    Peer,
    /// A proxy in front of us writes it as the last entry of `X-Forwarded-For`.
    Forwarded,
}

impl Senders {
    /// Who sends a request; where nobody can tell, all are one.
    pub fn of(self, headers: &HeaderMap, extensions: &Extensions) -> Sender {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip());
        let forwarded = || {
            let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
            last.rsplit(',').next()?.trim().parse().ok()
        };
        let address = match self {
            Self::Peer => peer,
            Self::Forwarded => forwarded().or(peer),
        };
        address.map_or(Sender(0), Sender::at)
    }
}

impl Sender {
    /// The network around it, in which one person may have many addresses: 48 bits of IPv6, 24 of IPv4.
    #[must_use]
    pub const fn network(self) -> Self {
        if self.0 <= u32::MAX as u128 { Self(self.0 >> 8 << 8) } else { Self(self.0 >> 80 << 80) }
    }

    /// Of an address.
    pub fn at(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(u128::from(v4.to_bits())),
            IpAddr::V6(v6) => Self(v6.to_bits() >> 64 << 64),
        }
    }
}

impl Allowance {
    /// Nobody has asked yet.
    pub fn new(rate: Rate, clock: Clock) -> Self {
        Self { rate, clock, counts: Arc::default() }
    }

    /// Takes one token.
    ///
    /// # Errors
    /// After how many seconds there is one again.
    pub fn take(&self, sender: Sender) -> Result<(), u32> {
        self.take_many(sender, 1)
    }

    /// Whether one token could be taken; nobody is remembered for it.
    ///
    /// # Errors
    /// After how many seconds there is one again.
    pub fn has_one(&self, sender: Sender) -> Result<(), u32> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        self.paid(counts.full_at.get(&sender).copied(), 1).map(|_| ())
    }

    /// When all tokens are back once so many are taken.
    fn paid(&self, full_at: Option<i64>, tokens: u32) -> Result<i64, u32> {
        let (now, each) = (self.clock.seconds(), i64::from(self.rate.seconds));
        let all = each * i64::from(self.rate.burst);
        // a clock that was set back must not lock anybody out for longer than an empty bucket does
        let at = full_at.map_or(now, |at| at.clamp(now, now + all));
        let paid = at + each * i64::from(tokens);
        let wait = paid - (now + all);
        if wait > 0 { Err(u32::try_from(wait).unwrap_or(self.rate.seconds)) } else { Ok(paid) }
    }

    /// Takes so many tokens at once, or none of them.
    ///
    /// # Errors
    /// After how many seconds there are so many again.
    pub fn take_many(&self, sender: Sender, tokens: u32) -> Result<(), u32> {
        let now = self.clock.seconds();
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let Counts { full_at, swept } = &mut *counts;
        // once a second at most: looking through all of them must not be what makes us slow
        if full_at.len() >= MOST_ADDRESSES && *swept != now {
            *swept = now;
            full_at.retain(|_, at| *at > now);
        }
        // where thousands ask at once, new ones wait for the old
        if full_at.len() >= MOST_ADDRESSES && !full_at.contains_key(&sender) {
            return Err(self.rate.seconds);
        }
        let paid = self.paid(full_at.get(&sender).copied(), tokens)?;
        full_at.insert(sender, paid);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicI64, Ordering};

    fn allowance() -> (Arc<AtomicI64>, Allowance) {
        let now = Arc::new(AtomicI64::new(1_000));
        let read = Arc::clone(&now);
        let clock = Clock::new(move || read.load(Ordering::Relaxed));
        (now, Allowance::new(Rate { burst: 3, seconds: 60 }, clock))
    }

    fn sender(address: &str) -> Sender {
        Sender::at(address.parse().unwrap())
    }

    #[test]
    fn three_at_once_and_then_one_a_minute() {
        let (now, allowance) = allowance();
        let here = sender("192.0.2.1");
        assert_eq!([(); 4].map(|()| allowance.take(here)), [Ok(()), Ok(()), Ok(()), Err(60)]);
        now.fetch_add(45, Ordering::Relaxed);
        assert_eq!(allowance.take(here), Err(15));
        now.fetch_add(15, Ordering::Relaxed);
        assert_eq!([(); 2].map(|()| allowance.take(here)), [Ok(()), Err(60)]);
        assert_eq!(allowance.take(sender("192.0.2.2")), Ok(()), "others are not touched");
        now.fetch_add(3_600, Ordering::Relaxed);
        assert_eq!([(); 4].map(|()| allowance.take(here)), [Ok(()), Ok(()), Ok(()), Err(60)]);
    }

    #[test]
    fn something_dear_takes_many_at_once_or_none() {
        let (now, allowance) = allowance();
        let here = sender("192.0.2.1");
        assert_eq!(allowance.take_many(here, 2), Ok(()));
        assert_eq!(allowance.take_many(here, 2), Err(60));
        assert_eq!(allowance.take(here), Ok(()), "what was refused has cost nothing");
        now.fetch_add(120, Ordering::Relaxed);
        assert_eq!(allowance.take_many(here, 2), Ok(()));
    }

    #[test]
    fn one_network_of_ipv6_is_one_sender() {
        assert_eq!(sender("2001:db8::1"), sender("2001:db8::2:3:4:5"));
        assert_ne!(sender("2001:db8::1"), sender("2001:db8:0:1::1"));
        assert_eq!(sender("::ffff:192.0.2.1"), sender("192.0.2.1"));
    }

    #[test]
    fn neighbours_share_a_network() {
        assert_eq!(sender("2001:db8::1").network(), sender("2001:db8:0:ffff::1").network());
        assert_ne!(sender("2001:db8::1").network(), sender("2001:db8:1::1").network());
        assert_eq!(sender("192.0.2.1").network(), sender("192.0.2.250").network());
        assert_ne!(sender("192.0.2.1").network(), sender("192.0.3.1").network());
    }

    #[test]
    fn memory_is_bounded_however_many_ask() {
        let (now, allowance) = allowance();
        for number in 0..20_000_u32 {
            let _any = allowance.take(Sender::at(IpAddr::from(number.to_be_bytes())));
        }
        assert_eq!(allowance.counts.lock().unwrap().full_at.len(), MOST_ADDRESSES);
        now.fetch_add(60, Ordering::Relaxed);
        assert_eq!(allowance.take(sender("192.0.2.1")), Ok(()));
        assert_eq!(allowance.counts.lock().unwrap().full_at.len(), 1);
    }

    #[test]
    fn a_proxy_names_the_sender_only_where_it_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "203.0.113.9, 192.0.2.7".parse().unwrap());
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
        assert_eq!(Senders::Peer.of(&headers, &extensions), sender("127.0.0.1"));
        assert_eq!(Senders::Forwarded.of(&headers, &extensions), sender("192.0.2.7"));
    }
}
