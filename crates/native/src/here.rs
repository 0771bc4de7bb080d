//! What leads to this very computer.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Whether an address is on this computer by what it says itself.
pub(crate) fn is_loopback(url: &Url) -> bool {
    is_localhost(url) || address(url).is_some_and(|address| address.is_loopback())
}

/// Whether an address is on this computer, or on the line between it and its next neighbour, where machines tell each other what is
/// nobody else's business: nobody publishes certificates there.
pub(crate) fn is_here(url: &Url) -> bool {
    is_localhost(url) || address(url).is_some_and(is_near)
}

fn is_localhost(url: &Url) -> bool {
    let name = url.host_str().unwrap_or_default().trim_end_matches('.');
    name == "localhost" || name.ends_with(".localhost")
}

fn address(url: &Url) -> Option<IpAddr> {
    let host = url.host_str().unwrap_or_default();
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

fn is_near(address: IpAddr) -> bool {
    let address = address.to_canonical();
    let is_link_local = match address {
        IpAddr::V4(address) => address.is_link_local(),
        IpAddr::V6(address) => address.is_unicast_link_local(),
    };
    address.is_loopback() || address.is_unspecified() || is_link_local
}

/// Finds where names lead, and forgets what leads here: a name is anybody's to point anywhere.
pub(crate) struct Elsewhere;

/// A name that leads here alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadsHere;

impl Resolve for Elsewhere {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let elsewhere: Vec<_> = found.filter(|found| !is_near(found.ip())).collect();
            match elsewhere.is_empty() {
                true => Err(LeadsHere.into()),
                false => Ok(Box::new(elsewhere.into_iter()) as Addrs),
            }
        })
    }
}

impl fmt::Display for LeadsHere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name leads to this computer")
    }
}

impl std::error::Error for LeadsHere {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_here_is_told_from_what_is_elsewhere() {
        let is_here = |host: &str| is_here(&Url::parse(&format!("http://{host}/ca.crt")).unwrap());
        for host in [
            "localhost",
            "LOCALHOST.:80",
            "printer.localhost",
            "127.0.0.1",
            "127.1:631",
            "0x7f000001",
            "2130706433",
            "0.0.0.0",
            "169.254.169.254",
            "[::1]",
            "[::]",
            "[fe80::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:169.254.169.254]",
        ] {
            assert!(is_here(host), "{host}");
        }
        for host in [
            "c.sk.ee",
            "localhost.example",
            "notlocalhost",
            "10.0.0.1",
            "192.168.1.1",
            "[2001:db8::1]",
            "[fd00::1]",
        ] {
            assert!(!is_here(host), "{host}");
        }
    }

    /// What the name of a host leads to is asked of the system, which knows `localhost` everywhere.
    #[tokio::test]
    async fn a_name_that_leads_here_leads_nowhere() {
        let found = Elsewhere.resolve("localhost".parse().unwrap()).await;
        assert!(found.err().is_some_and(|error| error.is::<LeadsHere>()));
        let found = Elsewhere.resolve("192.0.2.1".parse().unwrap()).await.unwrap();
        assert_eq!(found.map(|one| one.ip().to_string()).collect::<Vec<_>>(), ["192.0.2.1"]);
    }
}
