//! Several documents under one authorisation: what a remote signing service can do, and a phone cannot.

use std::sync::Arc;

use ades::{Options, Prepared};
use pki::{Certificate, SignatureAlgorithm};

use crate::cloud::{Cloud, Made, checked_value};
use crate::complete::stage;
use crate::error::Error;
use crate::event::{Event, Stage};
use crate::host::Host;
use crate::journal::{self, Entry, Kept};
use crate::laid::{Wanted, Who};
use crate::order::{Level, Order, Signed, Signer};
use crate::phone::{self, Came};
use crate::profile::{Profile, Signs};
use crate::sign::{Finished, Opened, Place, complete, open, options, prepare, received, usable, with_kept};
use crate::timestamp::{Clock, Stamper};
use crate::verify::Judge;

/// How one of several documents ended. What keeps all of them from being signed is the same error for each.
pub type Ended = Result<Signed, Arc<Error>>;

/// Room beside that of a time-stamp for what a service puts into a whole signature: its chain up to the root.
const CHAIN_ROOM: usize = 8 << 10;

/// Signs several documents by a remote signing service, under as few authorisations as its key permits. A document that
/// cannot be signed, or not be finished, keeps no other from it.
///
/// All orders are by the key of the first; an order by another signer is one that this cannot do.
pub async fn sign_together(host: &impl Host, profile: &Profile, orders: &[Order]) -> Vec<Ended> {
    let language = orders.first().map(|order| order.language).unwrap_or_default();
    let stamper = Stamper::new(host, profile, language, Clock::Confirmed);
    let ended = orders.iter().map(|_| None).collect();
    let mut batch = Batch { host, stamper, profile, orders, ended, short_by: 0 };
    if let Err(error) = Box::pin(batch.run()).await {
        batch.rest(Arc::new(error));
    }
    let lost = || Err(Arc::new(remote::Error::CscTimedOut.into()));
    batch.ended.into_iter().map(|ended| ended.unwrap_or_else(lost)).collect()
}

/// One document by itself.
pub(crate) async fn sign_alone(host: &impl Host, profile: &Profile, order: Order) -> Result<Signed, Error> {
    let ended = sign_together(host, profile, &[order]).await.pop();
    match ended {
        Some(Ok(signed)) => Ok(signed),
        // Nobody else has it.
        Some(Err(error)) => Err(Arc::into_inner(error).unwrap_or(remote::Error::CscTimedOut.into())),
        None => Err(remote::Error::CscTimedOut.into()),
    }
}

struct Batch<'a, H> {
    host: &'a H,
    stamper: Stamper<'a, H>,
    profile: &'a Profile,
    orders: &'a [Order],
    ended: Vec<Option<Ended>>,
    /// By how much the room of what came before was too small.
    short_by: usize,
}

/// A document that is laid out.
struct Laid {
    index: usize,
    opened: Opened,
    prepared: Prepared,
}

/// A document whose signature came back. Given up before it is finished, it still finds its place in the journal.
struct Back<'a, H: Host> {
    laid: Laid,
    entry: Entry,
    kept: Kept<'a, H>,
}

impl<'a, H: Host> Batch<'a, H> {
    async fn run(&mut self) -> Result<(), Error> {
        let Some(first) = self.orders.first() else { return Ok(()) };
        let Signer::Cloud { credential } = &first.signer else { return Err(Error::NotTogether) };
        let judge = Judge::new(self.profile)?;
        let digest = self.profile.clouds()?.digest;
        remote::csc::can_sign(digest)?;
        let opened = self.open(&first.signer, SignatureAlgorithm::Ecdsa(digest));
        let opened = Box::pin(self.with_kept(&judge, opened, None)).await?;
        if opened.is_empty() {
            return Ok(());
        }
        self.host.notify(Event::Begun(Stage::Certificate));
        let orders: Vec<_> = opened.iter().filter_map(|(index, _)| self.orders.get(*index)).collect();
        let mut cloud =
            Box::pin(Cloud::enter(self.host, self.profile, credential.as_deref(), &orders)).await?;
        self.stamper.enter(cloud.inside());
        let algorithm = cloud.algorithm()?;
        let known = cloud.credential.issuers.iter().cloned().chain(self.profile.issuers()?).collect();
        let certificate = &cloud.credential.certificate;
        let issuers = usable(self.host, &judge, certificate, known, &[]).await?;
        self.host.notify(Event::Done(Stage::Certificate));
        // Whoever named no key had one found, or chose it: what it signed before is known only now.
        let is_named = self.named(first)?.is_some();
        let opened = match is_named {
            true => opened,
            false => Box::pin(self.with_kept(&judge, opened, Some(&cloud.credential.id))).await?,
        };
        if opened.is_empty() {
            return Ok(());
        }

        self.host.notify(Event::Begun(Stage::Preparing));
        let laid = Box::pin(self.lay_out(opened, &cloud, algorithm, &issuers)).await?;
        self.host.notify(Event::Done(Stage::Preparing));
        let mut waiting = laid.into_iter().peekable();
        while waiting.peek().is_some() {
            let some: Vec<_> = waiting.by_ref().take(cloud.together()).collect();
            let (back, signed) = Box::pin(self.approve(&mut cloud, some)).await?;
            for one in back {
                Box::pin(self.finish(&judge, one)).await;
            }
            signed?;
        }
        Ok(())
    }

    /// Those that are fit for signing.
    fn open(&mut self, signer: &Signer, algorithm: SignatureAlgorithm) -> Vec<(usize, Opened)> {
        let mut all = Vec::new();
        for (index, order) in self.orders.iter().enumerate() {
            self.about(index);
            let opened = match order.signer.is_same_cloud(signer) {
                true => stage(self.host, Stage::Opening, || open(self.host, order, algorithm, Place::ItsOwn)),
                false => Err(Error::NotTogether),
            };
            match opened {
                Ok(opened) => all.push((index, opened)),
                Err(error) => self.fail(index, error),
            }
        }
        all
    }

    /// Finishes those for which something came before, by the key that is named or was found: nobody is asked for it again.
    /// Gives the others.
    async fn with_kept(
        &mut self,
        judge: &Judge,
        opened: Vec<(usize, Opened)>,
        found: Option<&str>,
    ) -> Result<Vec<(usize, Opened)>, Error> {
        let mut others = Vec::new();
        for (index, opened) in opened {
            let Some(order) = self.orders.get(index) else { continue };
            let wanted = self.wanted(order, &opened)?;
            let wanted = found.map_or_else(|| wanted.clone(), |key| wanted.by_key(key));
            let Some(entry) = journal::that_is(self.host, &wanted)? else {
                if found.is_none() {
                    journal::tell_beside(self.host, &wanted, &order.document)?;
                }
                others.push((index, opened));
                continue;
            };
            self.about(index);
            match Box::pin(with_kept(&self.stamper, judge, (order, &opened), entry)).await {
                Ok(Finished::Done(signed)) => self.end(index, Ok(*signed)),
                Ok(Finished::Useless { short_by }) => {
                    self.short_by = self.short_by.max(short_by);
                    others.push((index, opened));
                }
                Err(error) => self.fail(index, error),
            }
        }
        Ok(others)
    }

    /// The key that is named for an order, if one is.
    fn named<'b>(&'b self, order: &'b Order) -> Result<Option<&'b String>, Error> {
        let service = self.profile.clouds()?;
        Ok(match &order.signer {
            Signer::Cloud { credential } => credential.as_ref().or(service.credential.as_ref()),
            _ => None,
        })
    }

    /// What an order comes to, by the key that is named, if one is.
    fn wanted(&self, order: &Order, opened: &Opened) -> Result<Wanted, Error> {
        let service = self.profile.clouds()?;
        let at = (self.profile, service.client.base_url.as_str());
        let who = Who::Key {
            client: service.client.client_id.clone(),
            user: service.user.clone(),
            credential: self.named(order)?.cloned(),
        };
        let algorithm = SignatureAlgorithm::Ecdsa(service.digest);
        Ok(Wanted::new(at, order, who, algorithm, &opened.sha256, opened.field()))
    }

    async fn lay_out(
        &mut self,
        opened: Vec<(usize, Opened)>,
        cloud: &Cloud<'_, H>,
        algorithm: SignatureAlgorithm,
        issuers: &[Certificate],
    ) -> Result<Vec<Laid>, Error> {
        let room = self.room(&opened).await?;
        let mut all = Vec::new();
        for (index, opened) in opened {
            let Some(order) = self.orders.get(index) else { continue };
            let token_room = match self.profile.clouds()?.signs {
                Signs::Hashes => {
                    let room = room.filter(|_| order.level >= Level::BT);
                    room.map(|room| room.saturating_add(self.short_by))
                }
                Signs::Documents => Some(ades::TOKEN_ROOM.saturating_add(CHAIN_ROOM)),
            };
            let options = Options { issuers: issuers.to_vec(), token_room, ..options(order, algorithm) };
            match prepare(self.host, order, &opened, &cloud.credential.certificate, options) {
                Ok(prepared) => all.push(Laid { index, opened, prepared }),
                Err(error) => self.fail(index, error),
            }
        }
        Ok(all)
    }

    /// The room for a time-stamp of ours, where there will be one: a service that makes whole signatures stamps them itself.
    async fn room(&self, opened: &[(usize, Opened)]) -> Result<Option<usize>, Error> {
        let levels = opened.iter().filter_map(|(index, _)| self.orders.get(*index)).map(|order| order.level);
        let highest = levels.max().unwrap_or(Level::BB);
        match self.profile.clouds()?.signs {
            Signs::Documents if highest < Level::BLta => Ok(None),
            _ => self.stamper.room(highest).await,
        }
    }

    /// Leave to sign, and the signatures; each is written down before the next are asked for, and before any is finished.
    /// What came before something went wrong is given all the same.
    async fn approve(
        &mut self,
        cloud: &mut Cloud<'_, H>,
        laid: Vec<Laid>,
    ) -> Result<(Vec<Back<'a, H>>, Result<(), Error>), Error> {
        journal::trial(self.host)?;
        self.host.notify(Event::Begun(Stage::Approval));
        let asked: Vec<_> =
            laid.iter().filter_map(|one| Some((self.orders.get(one.index)?, &one.prepared))).collect();
        let mut leave = cloud.allowed(&asked).await?;
        let (mut back, mut laid) = (Vec::new(), laid.into_iter());
        let signed = loop {
            let made = match cloud.sign(&mut leave).await {
                Ok(made) if made.is_empty() => break Ok(()),
                Ok(made) => made,
                // Nothing came of it.
                Err(error) if back.is_empty() => return Err(error),
                Err(error) => break Err(error),
            };
            for (laid, made) in laid.by_ref().take(made.len()).zip(made) {
                let index = laid.index;
                match self.write_down(laid, made, &cloud.credential.id) {
                    Ok(one) => back.push(one),
                    Err(error) => self.fail(index, error),
                }
            }
        };
        self.host.notify(Event::Done(Stage::Approval));
        self.host.notify(Event::Begun(Stage::Received));
        self.host.notify(Event::Done(Stage::Received));
        Ok((back, signed))
    }

    /// Only what belongs to what was sent: the rest can never be finished.
    fn write_down(&self, laid: Laid, made: Made, credential: &str) -> Result<Back<'a, H>, Error> {
        let order = self.orders.get(laid.index).ok_or(Error::NotTogether)?;
        let came = match made {
            Made::Value(value) => Came::Cloud { cloud_value: checked_value(&value, &laid.prepared)? },
            Made::Whole(whole_signature) => Came::Whole { whole_signature },
        };
        phone::check(&came, &laid.prepared, &order.document)?;
        let entry = received(self.host, self.profile, order, &laid.opened, &laid.prepared, came);
        let wanted = Some(self.wanted(order, &laid.opened)?.by_key(credential));
        let entry = Entry { wanted, ..entry };
        let kept = Kept::new(self.host, entry.clone());
        Ok(Back { laid, entry, kept })
    }

    async fn finish(&mut self, judge: &Judge, back: Back<'a, H>) {
        let Back { laid, entry, kept } = back;
        let (key, wanted) = (entry.key(), entry.wanted.clone());
        self.about(laid.index);
        let done =
            Box::pin(complete(&self.stamper, judge, &key, entry, laid.prepared, &laid.opened.file)).await;
        if let (true, Some(wanted)) = (done.is_ok(), wanted) {
            journal::remove_failed(self.host, &wanted);
        }
        let ended = kept.after(done).map_err(Arc::new);
        self.end(laid.index, ended);
    }

    /// Says which document is meant, where there are several.
    fn about(&self, index: usize) {
        if let Some(order) = self.orders.get(index).filter(|_| self.orders.len() > 1) {
            self.host.notify(Event::About(order.document.clone()));
        }
    }

    fn fail(&mut self, index: usize, error: Error) {
        self.end(index, Err(Arc::new(error)));
    }

    fn end(&mut self, index: usize, ended: Ended) {
        if let Some(place) = self.ended.get_mut(index) {
            *place = Some(ended);
        }
    }

    /// What became of those that were not reached.
    fn rest(&mut self, error: Arc<Error>) {
        let mut open = self.ended.iter_mut().filter(|ended| ended.is_none()).peekable();
        while let Some(place) = open.next() {
            // The last one gets the error itself, so that one alone has nobody to share it with.
            if open.peek().is_none() {
                *place = Some(Err(error));
                return;
            }
            *place = Some(Err(Arc::clone(&error)));
        }
    }
}
