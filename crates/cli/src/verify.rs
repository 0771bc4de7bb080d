//! `pitser verify`: one report for each file, and one exit code for all.

use std::path::{Path, PathBuf};

use native::Machine;
use workflow::error::Error;
use workflow::evidence;
use workflow::host::Host as _;
use workflow::report::words::{Value, Words, plain};
use workflow::report::{csv, json, text};
use workflow::verdict::PolicyIdentity;
use workflow::verify::{self, Examined, Judge, Options, PageCheck};

use crate::arguments::{self, Common};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::list::List;
use crate::reports::{Reports, not_saved};
use crate::world::{Phone, World};
use crate::{key, output, verify_list};

pub async fn run(arguments: arguments::Verify, common: &Common, console: &Console) -> Result<Exit, Failure> {
    let world = match arguments.trust.as_slice() {
        [] => World::open(&common.profile, Phone::ByItself, console).await?,
        trust => World::without_phone(key::trusting(trust)?)?,
    };
    let work = Work {
        reports: Reports::asked(&arguments)?,
        form: Form::asked(&arguments),
        words: Words::new(console.words.language()),
        judge: Judge::under(&world.profile, arguments.standing.policy()?)?,
        evidence: arguments.standing.save_evidence.clone(),
    };
    if let Some(path) = &arguments.list {
        let list = List::open(path).map_err(|error| Failure::of_file("list-file", path, &error))?;
        return verify_list::run(list, jobs(&arguments), &arguments, work, &world, console).await;
    }
    if work.form == Form::Csv {
        output::data(console, &csv::head())?;
    }
    if let Some(path) = &arguments.standing.evidence {
        work.reports.check(&*world.machine, path, 1)?;
        let examined = arguments.standing.again(path, &world)?;
        otherwise(&examined, console);
        let done = work.told(&world.machine, &examined, path, 1)?;
        output::data(console, &done.said)?;
        return Ok(done.exit);
    }
    let several = arguments.files.len() > 1;
    if several && let Some(path) = &work.evidence {
        return Err(Failure::new("evidence-several", &[("path", &path.display().to_string())]));
    }
    let (mut exit, mut turned_away, mut without_xml): (Option<Exit>, _, _) = (None, None, None);
    for (index, file) in arguments.files.iter().enumerate() {
        if several && matches!(work.form, Form::Text(_)) && index > 0 {
            output::data(console, "\n")?;
        }
        let password = arguments.password.of(file, &world.machine, console).await?;
        let pages = pages(&arguments, PageCheck::on_all_processors());
        let options = Options { online: !arguments.offline, password, pages };
        let done = work.one(&world.machine, file, index + 1, options).await?;
        output::data(console, &done.said)?;
        if let Some(failure) = &done.failure {
            let name = file.display().to_string();
            console.say(&failure.lines(several.then_some(name.as_str()), &console.words));
        }
        exit = Some(exit.map_or(done.exit, |exit| exit.and(done.exit)));
        turned_away = turned_away.or(done.turned_away);
        without_xml = without_xml.or(done.without_xml);
    }
    tell(turned_away.as_ref(), console);
    tell_without_xml(without_xml.as_deref(), console);
    Ok(exit.unwrap_or(Exit::Undone))
}

/// Says once why verdicts lack what could be had: it is the same proxy for all files.
pub fn tell(turned_away: Option<&Failure>, console: &Console) {
    if let Some(failure) = turned_away {
        console.say(&failure.lines(None, &console.words));
    }
}

/// Says once that a report was asked for in a form that has no place for what came out; `name` is the first such file.
pub fn tell_without_xml(name: Option<&str>, console: &Console) {
    if let Some(name) = name {
        console.say(&console.words.text("cli-no-xml", &[("name", plain(name).into())]));
    }
}

/// Says that saved evidence was judged by something else than when it was saved.
fn otherwise(examined: &Examined, console: &Console) {
    let Some(earlier) = &examined.report.earlier else { return };
    let say = |id, then: String, now: String| {
        console.say(&console.words.text(id, &[("then", plain(&then).into()), ("now", plain(&now).into())]));
    };
    if !earlier.same_trust {
        say("cli-again-trust", text::trusted(&earlier.trust), text::trusted(&examined.report.trust));
    }
    if let (Some(false), Some(then)) = (earlier.same_policy, &earlier.policy) {
        let named = |policy: &PolicyIdentity| format!("{} ({})", policy.name, short(&policy.hash));
        say("cli-again-policy", named(then), named(&examined.report.policy));
    }
}

/// As many letters of a digest as tell one thing from another.
fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}

/// Whether pages are compared; where they are, in this way.
pub fn pages(arguments: &arguments::Verify, how: PageCheck) -> PageCheck {
    if arguments.no_pages { PageCheck::Skip } else { how }
}

/// How many files of a list are verified at once: so many as were asked for, else one for each core.
pub fn jobs(arguments: &arguments::Verify) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    arguments.jobs.map_or_else(cores, usize::from)
}

/// How reports are told on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text(text::Extent),
    /// A line of text for each file of a list.
    Line,
    Json,
    Csv,
}

impl Form {
    fn asked(arguments: &arguments::Verify) -> Self {
        match arguments {
            arguments::Verify { csv: true, .. } => Self::Csv,
            arguments::Verify { json: true, .. } => Self::Json,
            arguments::Verify { list: Some(_), .. } => Self::Line,
            arguments::Verify { details: true, .. } => Self::Text(text::Extent::Details),
            _ => Self::Text(text::Extent::Short),
        }
    }
}

/// How every file is told and what is saved of it.
pub struct Work {
    pub reports: Reports,
    pub form: Form,
    pub words: Words,
    pub judge: Judge,
    /// Where what the verdict was computed from is saved.
    pub evidence: Option<PathBuf>,
}

/// What came of a file.
pub struct Done {
    pub exit: Exit,
    /// For standard output, with its ends of lines.
    pub said: String,
    /// Why it could not be checked.
    pub failure: Option<Failure>,
    /// Why something could not be fetched that the verdict asks for, where the person can help.
    pub turned_away: Option<Failure>,
    /// The file, where a report on it was asked for in a form that has no place for what came out.
    pub without_xml: Option<String>,
}

impl Work {
    /// One file, the `number`th. What is wrong with it does not keep us from the next one; a report that cannot be saved
    /// does.
    pub async fn one(
        &self,
        machine: &Machine,
        file: &Path,
        number: usize,
        options: Options,
    ) -> Result<Done, Failure> {
        let name = file.display().to_string();
        self.reports.check(machine, file, number)?;
        let examined = verify::examine_under(machine, &self.judge, file, options).await;
        let saved = examined.map_err(Failure::from).and_then(|examined| {
            let path = self.evidence.as_deref();
            let saved = path.map_or(Ok(()), |path| evidence::save(machine, &examined.record(), path));
            saved.map_err(not_saved).map(|()| examined)
        });
        let examined = match saved {
            Ok(examined) => examined,
            Err(failure) => {
                let standing = self.judge.standing(machine.now());
                let worded = failure.worded(&self.words);
                let left_out =
                    self.reports.undone(machine, (file, number), &worded, &standing, &self.words)?;
                let done = self.undone(machine, &name, failure);
                return Ok(Done { without_xml: left_out.then_some(name), ..done });
            }
        };
        self.told(machine, &examined, file, number)
    }

    /// What was found about a file, told and saved as it was asked for.
    fn told(
        &self,
        machine: &Machine,
        examined: &Examined,
        file: &Path,
        number: usize,
    ) -> Result<Done, Failure> {
        let name = file.display().to_string();
        self.reports.save(machine, examined, file, number, &self.words)?;
        let report = &examined.report;
        let said = match self.form {
            Form::Csv => csv::rows(report, &examined.objects(), &name, &self.words),
            Form::Json => json::full(report, &examined.objects(), &name) + "\n",
            Form::Line => text::line(report, &name, &self.words) + "\n",
            Form::Text(text::Extent::Details) => text::full(report, &examined.objects(), &name, &self.words),
            Form::Text(extent) => text::write(report, &name, extent, &self.words),
        };
        let turned_away = examined.turned_away.clone().map(|cause| Error::from(cause).into());
        Ok(Done { exit: Exit::of(report.overall()), said, failure: None, turned_away, without_xml: None })
    }

    /// A file that could not be checked.
    pub fn undone(&self, machine: &Machine, name: &str, failure: Failure) -> Done {
        let worded = failure.worded(&self.words);
        let standing = self.judge.standing(machine.now());
        let said = match self.form {
            Form::Csv => csv::failure(name, &worded, &standing),
            Form::Json => json::failure(name, &worded, Some(&standing)) + "\n",
            Form::Line => {
                let code = Value::from(failure.code.as_str());
                let head = [("message", worded.message.into()), ("code", code)];
                format!("{}: {}\n", plain(name), self.words.text("cli-error-head", &head))
            }
            // Told as what happens to the work, not as a result.
            Form::Text(_) => String::new(),
        };
        Done { exit: Exit::Undone, said, failure: Some(failure), turned_away: None, without_xml: None }
    }
}
