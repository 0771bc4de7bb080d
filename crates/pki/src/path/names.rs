//! Name constraints, RFC 5280 §4.2.1.10 and §6.1.3 (b), (c).

use super::error::PathError;
use crate::asn1::read::{Reader, whole};
use crate::asn1::tag;
use crate::certificate::{Certificate, GeneralName, canonical};
use crate::error::Error;
use crate::oids;

/// Names compared with subtrees in one search. The number is that of Go's crypto/x509, which rustls-webpki took over.
const COMPARISONS: usize = 250_000;

/// Subtrees read from one list; the most seen in public authorities is about a hundred.
const SUBTREES: usize = 1024;

/// permitted_subtrees and excluded_subtrees, §6.1.2 (b), (c).
pub(super) struct Constraints<'a> {
    /// One set for each authority that has any: a name must be in every one that knows its form.
    permitted: Vec<Vec<Subtree<'a>>>,
    excluded: Vec<Subtree<'a>>,
    comparisons: &'a mut usize,
}

enum Subtree<'a> {
    Directory(Vec<Vec<u8>>),
    Other(GeneralName<'a>),
}

/// A name of a certificate, ready for comparison.
enum Named<'a> {
    Directory(Vec<Vec<u8>>),
    Other(GeneralName<'a>),
}

/// A constrained name, or its constraint, that cannot be compared.
struct Incomparable;

impl<'a> Constraints<'a> {
    pub fn new(comparisons: &'a mut usize) -> Self {
        Constraints { permitted: Vec::new(), excluded: Vec::new(), comparisons }
    }

    /// §6.1.4 (g): the constraints of an authority are those of all below it.
    pub fn add(&mut self, authority: &'a Certificate) -> Result<(), PathError> {
        let Some(value) = authority.extension(&oids::NAME_CONSTRAINTS) else { return Ok(()) };
        let fault = |error| PathError::Extension { certificate: authority.clone(), error };
        let (permitted, excluded) = read(value).map_err(fault)?;
        if !permitted.is_empty() {
            self.permitted.push(permitted);
        }
        self.excluded.extend(excluded);
        Ok(())
    }

    /// §6.1.3 (b), (c).
    pub fn check(&mut self, certificate: &Certificate) -> Result<(), PathError> {
        if self.permitted.is_empty() && self.excluded.is_empty() {
            return Ok(());
        }
        let fault = |error| PathError::Extension { certificate: certificate.clone(), error };
        for name in names(certificate).map_err(fault)? {
            let each = self.excluded.len() + self.permitted.iter().map(Vec::len).sum::<usize>();
            *self.comparisons = self.comparisons.saturating_add(each);
            if *self.comparisons > COMPARISONS {
                let comparisons = COMPARISONS;
                return Err(PathError::NameBudget { certificate: certificate.clone(), comparisons });
            }
            if !self.allows(&name).unwrap_or(false) {
                let form = name.form();
                return Err(PathError::NameConstraints { certificate: certificate.clone(), form });
            }
        }
        Ok(())
    }

    fn allows(&self, name: &Named<'_>) -> Result<bool, Incomparable> {
        for subtree in self.excluded.iter().filter(|subtree| subtree.is_of(name)) {
            if subtree.holds(name)? || subtree.is_below(name) {
                return Ok(false);
            }
        }
        for set in &self.permitted {
            let mut constrained = false;
            let mut permitted = false;
            for subtree in set.iter().filter(|subtree| subtree.is_of(name)) {
                constrained = true;
                permitted = permitted || subtree.holds(name)?;
            }
            if constrained && !permitted {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Named<'_> {
    fn form(&self) -> &'static str {
        match self {
            Named::Directory(_) => "directoryName",
            Named::Other(GeneralName::Email(_)) => "rfc822Name",
            Named::Other(GeneralName::Dns(_)) => "dNSName",
            Named::Other(GeneralName::Uri(_)) => "uniformResourceIdentifier",
            Named::Other(GeneralName::Ip(_)) => "iPAddress",
            Named::Other(_) => "otherName",
        }
    }
}

impl Subtree<'_> {
    /// Whether it is about names of this form.
    fn is_of(&self, name: &Named<'_>) -> bool {
        match (self, name) {
            (Subtree::Directory(_), Named::Directory(_)) => true,
            (Subtree::Other(GeneralName::Other(a, _)), Named::Other(GeneralName::Other(b, _))) => a == b,
            (Subtree::Other(a), Named::Other(b)) => std::mem::discriminant(a) == std::mem::discriminant(b),
            _ => false,
        }
    }

    fn holds(&self, name: &Named<'_>) -> Result<bool, Incomparable> {
        let (base, name) = match (self, name) {
            (Subtree::Directory(base), Named::Directory(name)) => return Ok(name.starts_with(base)),
            (Subtree::Other(base), Named::Other(name)) => (base, name),
            _ => return Err(Incomparable),
        };
        match (base, name) {
            (GeneralName::Email(base), GeneralName::Email(name)) => is_mailbox_within(name, base),
            (GeneralName::Dns(base), GeneralName::Dns(name)) => Ok(is_host_below(name, base)),
            (GeneralName::Uri(base), GeneralName::Uri(name)) => {
                host(name).map(|host| is_host_within(host, base))
            }
            (GeneralName::Ip(base), GeneralName::Ip(name)) => Ok(is_address_within(name, base)),
            _ => Err(Incomparable),
        }
    }

    /// Whether a wildcard stands for a name in this subtree.
    fn is_below(&self, name: &Named<'_>) -> bool {
        match (self, name) {
            (
                Subtree::Other(GeneralName::Dns(base)),
                Named::Other(GeneralName::Dns([b'*', b'.', rest @ ..])),
            ) => is_host_below(base, rest),
            _ => false,
        }
    }
}

fn read(value: &[u8]) -> Result<(Vec<Subtree<'_>>, Vec<Subtree<'_>>), Error> {
    const WHAT: &str = "NameConstraints";
    let mut fields = whole(value, tag::SEQUENCE, WHAT)?;
    let permitted = fields.optional(tag::constructed(0))?;
    let excluded = fields.optional(tag::constructed(1))?;
    fields.finish()?;
    if permitted.is_none() && excluded.is_none() {
        return Err(Error::malformed(WHAT));
    }
    let listed = [permitted, excluded].map(|list| match list {
        Some(list) => subtrees(list.inside("GeneralSubtrees")),
        None => Ok(Vec::new()),
    });
    let [permitted, excluded] = listed;
    Ok((permitted?, excluded?))
}

fn subtrees<'a>(mut list: Reader<'a>) -> Result<Vec<Subtree<'a>>, Error> {
    const WHAT: &str = "GeneralSubtree";
    let mut found = Vec::new();
    while !list.is_empty() {
        if found.len() == SUBTREES {
            return Err(Error::TooLarge { what: WHAT, limit: SUBTREES });
        }
        let mut fields = list.inside(tag::SEQUENCE, WHAT)?;
        let base = GeneralName::read(&fields.any()?)?;
        // minimum is always 0, the default, and maximum never there.
        if fields.optional(tag::context(0))?.is_some_and(|minimum| minimum.value != [0]) {
            return Err(Error::malformed("minimum"));
        }
        fields.finish()?;
        found.push(match base {
            GeneralName::Directory(der) => Subtree::Directory(canonical(der)?),
            GeneralName::Ip(range) if !matches!(range.len(), 8 | 32) => {
                return Err(Error::malformed("iPAddress"));
            }
            other => Subtree::Other(other),
        });
    }
    match found.is_empty() {
        true => Err(list.error()),
        false => Ok(found),
    }
}

/// The names of a certificate: its subject, its alternative names, and a mail address in its subject where no alternative
/// name is one; a mail address in UTF-8 also as one.
fn names(certificate: &Certificate) -> Result<Vec<Named<'_>>, Error> {
    let mut found = Vec::new();
    let subject = canonical(certificate.subject_der())?;
    if !subject.is_empty() {
        found.push(Named::Directory(subject));
    }
    let alternatives = certificate.alternative_names()?;
    if !alternatives.iter().any(|name| matches!(name, GeneralName::Email(_))) {
        let addresses = certificate.subject_values(&oids::EMAIL_ADDRESS)?;
        found.extend(addresses.into_iter().map(|address| Named::Other(GeneralName::Email(address))));
    }
    for name in alternatives {
        found.extend(mailbox_in_utf8(&name)?.map(|address| Named::Other(GeneralName::Email(address))));
        found.push(match name {
            GeneralName::Directory(der) => Named::Directory(canonical(der)?),
            other => Named::Other(other),
        });
    }
    Ok(found)
}

/// The address in an otherName of the form SmtpUTF8Mailbox, which is constrained as an rfc822Name is (RFC 9598 §6).
fn mailbox_in_utf8<'a>(name: &GeneralName<'a>) -> Result<Option<&'a [u8]>, Error> {
    const WHAT: &str = "SmtpUTF8Mailbox";
    const OTHER_NAME: u8 = tag::constructed(0);
    let GeneralName::Other(OTHER_NAME, raw) = name else { return Ok(None) };
    let mut other = whole(raw, OTHER_NAME, WHAT)?;
    if other.any()?.oid(WHAT)? != oids::UTF8_MAILBOX {
        return Ok(None);
    }
    let address = other.inside(tag::constructed(0), WHAT)?.expect(tag::UTF8_STRING)?;
    Ok(Some(address.value))
}

/// rfc822Name: one mailbox, all of one host, or all within a domain that starts with a period.
fn is_mailbox_within(name: &[u8], base: &[u8]) -> Result<bool, Incomparable> {
    let (local, host) = mailbox(name).ok_or(Incomparable)?;
    Ok(match mailbox(base) {
        Some((only, at)) => local == only && host.eq_ignore_ascii_case(at),
        None => is_host_within(host, base),
    })
}

fn mailbox(address: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = address.iter().rposition(|byte| *byte == b'@')?;
    let (local, host) = (address.get(..at)?, address.get(at + 1..)?);
    (!local.is_empty() && !host.is_empty()).then_some((local, host))
}

/// A host itself, or one within a domain that starts with a period.
fn is_host_within(host: &[u8], base: &[u8]) -> bool {
    match base {
        [b'.', ..] => host.len() > base.len() && ends_with(host, base),
        _ => host.eq_ignore_ascii_case(base),
    }
}

/// dNSName: the host itself or with labels added on the left.
fn is_host_below(host: &[u8], base: &[u8]) -> bool {
    let host = host.strip_suffix(b".").unwrap_or(host);
    match base {
        [] => true,
        [b'.', ..] => is_host_within(host, base),
        _ if host.len() <= base.len() => host.eq_ignore_ascii_case(base),
        _ => ends_with(host, base) && host.get(host.len() - base.len() - 1) == Some(&b'.'),
    }
}

fn ends_with(text: &[u8], end: &[u8]) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// The host of a URI, which has to be a name.
fn host(uri: &[u8]) -> Result<&[u8], Incomparable> {
    let start = uri.windows(3).position(|window| window == b"://").ok_or(Incomparable)? + 3;
    let authority = uri.get(start..).unwrap_or(&[]).split(|byte| b"/?#".contains(byte)).next().unwrap_or(&[]);
    let host = authority.rsplit(|byte| *byte == b'@').next().unwrap_or(&[]);
    let host = host.split(|byte| *byte == b':').next().unwrap_or(&[]);
    let host = host.strip_suffix(b".").unwrap_or(host);
    let is_number =
        host.rsplit(|byte| *byte == b'.').next().is_some_and(|top| top.iter().all(u8::is_ascii_digit));
    match host.is_empty() || host.starts_with(b"[") || is_number {
        true => Err(Incomparable),
        false => Ok(host),
    }
}

/// iPAddress: an address and a mask of the same length.
fn is_address_within(address: &[u8], range: &[u8]) -> bool {
    let (base, mask) = range.split_at(range.len() / 2);
    let same = |((a, b), mask): ((&u8, &u8), &u8)| a & mask == b & mask;
    address.len() == base.len() && address.iter().zip(base).zip(mask).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_hosts_and_domains() {
        let within = |name: &str, base: &str| is_mailbox_within(name.as_bytes(), base.as_bytes()).ok();
        assert_eq!(within("mari@example.ee", "mari@EXAMPLE.ee"), Some(true));
        assert_eq!(within("Mari@example.ee", "mari@example.ee"), Some(false));
        assert_eq!(within("mari@example.ee", "example.ee"), Some(true));
        assert_eq!(within("mari@mail.example.ee", "example.ee"), Some(false));
        assert_eq!(within("mari@mail.example.ee", ".example.ee"), Some(true));
        assert_eq!(within("mari@example.ee", ".example.ee"), Some(false));
        assert_eq!(within("mari", "example.ee"), None);
    }

    #[test]
    fn hosts_grow_on_the_left() {
        let below = |name: &str, base: &str| is_host_below(name.as_bytes(), base.as_bytes());
        assert!(below("example.ee", "example.ee") && below("www.Example.ee", "example.ee"));
        assert!(below("www.example.ee.", "example.ee") && below("anything", ""));
        assert!(!below("notexample.ee", "example.ee") && !below("ee", "example.ee"));
        assert!(!below("example.ee", ".example.ee") && below("www.example.ee", ".example.ee"));
        let wildcard = Named::Other(GeneralName::Dns(b"*.example.ee"));
        let subtree = |base| Subtree::Other(GeneralName::Dns(base));
        assert!(subtree(b"secret.example.ee").is_below(&wildcard));
        assert!(!subtree(b"example.lv").is_below(&wildcard));
    }

    #[test]
    fn only_uris_with_a_named_host_can_be_compared() {
        let host =
            |uri: &'static str| host(uri.as_bytes()).ok().map(|h| std::str::from_utf8(h).unwrap_or("?"));
        assert_eq!(host("https://user:word@host.ee:8443/path@x"), Some("host.ee"));
        assert_eq!(host("https://host.ee?x=://other"), Some("host.ee"));
        for uri in ["urn:oid:1.2.3", "https://10.0.0.1/", "https://[::1]/", "https:///path", "https://"] {
            assert_eq!(host(uri), None, "{uri}");
        }
    }

    #[test]
    fn addresses_under_a_mask() {
        let range = [10, 1, 0, 0, 255, 255, 0, 0];
        assert!(is_address_within(&[10, 1, 2, 3], &range));
        assert!(!is_address_within(&[10, 2, 2, 3], &range) && !is_address_within(&[0; 16], &range));
    }
}
