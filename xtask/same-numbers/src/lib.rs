//! Are the numbers that a browser computes, to the last bit, those of the server?
//!
//! The digest is taken over the whole surface of `statistics`: places, verdicts, own criteria and all the rest.

/// The digest of every method on a fixed input. A browser calls it by this name.
#[allow(unsafe_code, reason = "a name that the browser can call; no memory is shared")]
#[unsafe(no_mangle)]
pub extern "C" fn digest() -> u64 {
    statistics::digest::digest().hash
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_digest_is_taken_over_many_numbers_and_none_is_infinite() {
        let digest = statistics::digest::digest();
        assert!(digest.finite && digest.numbers > 1_000, "{digest:?}");
        assert_eq!(super::digest(), digest.hash);
    }
}
