//! What the page in the window can ask for.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager, State};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;
use workflow::browser::Secret;
use workflow::password::Password;

use crate::desk::Desk;
use crate::phone;
use crate::reports::suggested;
use crate::running::telling;
use crate::wire::{
    DocumentInfo, Ended, Exchange, Failure, Order, PersonCheck, ReportForm, SecretAt, Signed, Spot, Startup,
    TextRun, Verdict, person, phone,
};

type Answer<T> = Result<T, Failure>;

/// What the window starts with. Waits until the services of the profile can be reached.
#[tauri::command]
pub async fn startup(app: AppHandle, desk: State<'_, Desk>) -> Answer<Startup> {
    desk.startup(app.path().document_dir().ok()).await
}

/// Lets the person pick a file.
#[tauri::command]
pub async fn pick(app: AppHandle) -> Answer<Option<String>> {
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .add_filter("PDF", &["pdf", "PDF"])
        .pick_file(move |picked| tell.send(picked).unwrap_or_default());
    let picked = told.await.ok().flatten().and_then(|picked| picked.into_path().ok());
    Ok(picked.map(|path| path.display().to_string()))
}

/// Lets the person pick several files.
#[tauri::command(rename = "pickSeveral")]
pub async fn pick_several(app: AppHandle) -> Answer<Vec<String>> {
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .add_filter("PDF", &["pdf", "PDF"])
        .pick_files(move |picked| tell.send(picked).unwrap_or_default());
    let picked = told.await.ok().flatten().unwrap_or_default();
    let paths = picked.into_iter().filter_map(|one| one.into_path().ok());
    Ok(paths.map(|path| path.display().to_string()).collect())
}

/// Opens a document to be read, with the password of an encrypted one.
#[tauri::command]
pub async fn open(desk: State<'_, Desk>, path: PathBuf, password: Option<String>) -> Answer<DocumentInfo> {
    desk.open(path, password.map(Password::new)).await
}

/// The words of a page and where they stand.
#[tauri::command(rename = "pageText")]
pub async fn page_text(desk: State<'_, Desk>, id: String, index: usize) -> Answer<Vec<TextRun>> {
    desk.text(&id, index).await
}

/// Validates the signatures of an open document.
#[tauri::command]
pub async fn verify(desk: State<'_, Desk>, id: String) -> Answer<Verdict> {
    let shown = desk.documents.get(&id)?;
    desk.verify(shown.path(), shown.password().cloned()).await
}

/// Validates the signatures of a file.
#[tauri::command(rename = "verifyPath")]
pub async fn verify_path(desk: State<'_, Desk>, path: PathBuf, password: Option<String>) -> Answer<Verdict> {
    desk.verify(&path, password.map(Password::new)).await
}

/// Lets the person say where, and saves the report on a file; gives the place, or nothing where the person changed their
/// mind.
#[tauri::command(rename = "saveReport")]
pub async fn save_report(
    app: AppHandle,
    desk: State<'_, Desk>,
    path: PathBuf,
    form: ReportForm,
    password: Option<String>,
) -> Answer<Option<String>> {
    desk.known(&path)?;
    let Some(output) = asked_where(&app, &path, (form.word(), form.extension())).await else {
        return Ok(None);
    };
    desk.save_report(&path, password.map(Password::new), form, output.clone()).await?;
    Ok(Some(output.display().to_string()))
}

/// Lets the person say where, and saves what the signature in a field covers, byte for byte; gives the place, or nothing where
/// the person changed their mind.
#[tauri::command(rename = "saveVersion")]
pub async fn save_version(
    app: AppHandle,
    desk: State<'_, Desk>,
    path: PathBuf,
    field: String,
    password: Option<String>,
) -> Answer<Option<String>> {
    desk.known(&path)?;
    let Some(output) = asked_where(&app, &path, ("as-signed", "pdf")).await else { return Ok(None) };
    desk.save_version(&path, password.map(Password::new), field, output.clone()).await?;
    Ok(Some(output.display().to_string()))
}

/// Asks the person for a name, of which one beside the file is proposed; nothing where they changed their mind.
async fn asked_where(app: &AppHandle, beside: &Path, (word, extension): (&str, &str)) -> Option<PathBuf> {
    let dialog = app.dialog().file().set_file_name(suggested(beside, word, extension));
    let dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
    let dialog = match beside.parent() {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    let (tell, told) = oneshot::channel();
    dialog.save_file(move |picked| tell.send(picked).unwrap_or_default());
    told.await.ok().flatten().and_then(|picked| picked.into_path().ok())
}

/// Where a signed document would go.
#[tauri::command(rename = "suggestOutput")]
pub async fn suggest_output(desk: State<'_, Desk>, id: String) -> Answer<String> {
    let shown = desk.documents.get(&id)?;
    let path = workflow::order::suggest_output(shown.path(), Path::exists);
    Ok(path.display().to_string())
}

/// A free place for a seal, if one may be added.
#[tauri::command(rename = "sealPlace")]
pub async fn seal_place(desk: State<'_, Desk>, id: String) -> Answer<Option<Spot>> {
    desk.seal_place(&id).await
}

/// The language to speak, as a BCP 47 tag. `spoken` are the languages that the page was told of, the first one first.
#[tauri::command]
pub fn language(desk: State<'_, Desk>, spoken: Vec<String>) -> String {
    desk.settle_language(&spoken).tag().to_owned()
}

/// Speaks another language from now on, and remembers it on this computer.
#[tauri::command(rename = "chooseLanguage")]
pub fn choose_language(desk: State<'_, Desk>, language: String) -> Answer<()> {
    desk.choose_language(&language)
}

/// Whether a personal code can be one.
#[tauri::command(rename = "checkPerson")]
pub fn check_person(country: String, code: String) -> PersonCheck {
    person(&country, &code).into()
}

/// Whether a phone number can have Mobile-ID.
#[tauri::command(rename = "checkPhone")]
pub fn check_phone(country: String, number: String) -> PersonCheck {
    phone(&country, &number)
}

/// Signs an open document; tells its progress meanwhile.
#[tauri::command]
pub async fn sign(app: AppHandle, desk: State<'_, Desk>, id: String, order: Order) -> Answer<Signed> {
    let machine = telling(&app, &desk).await?;
    desk.sign(&machine, &id, order).await
}

/// Signs an open document and others beside it under one permission; tells its progress meanwhile.
#[tauri::command(rename = "signTogether")]
pub async fn sign_together(
    app: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    others: Vec<PathBuf>,
    order: Order,
) -> Answer<Vec<Ended>> {
    let machine = telling(&app, &desk).await?;
    desk.sign_together(&machine, &id, others, order).await
}

/// Answers what a signing service asks.
#[tauri::command]
pub fn answer(desk: State<'_, Desk>, answer: String) {
    desk.running.asking.answered(Secret::new(answer));
}

/// Chooses one of the keys that were offered.
#[tauri::command]
pub fn choose(desk: State<'_, Desk>, id: String) {
    desk.running.asking.chosen(id);
}

/// Opens the page once more that the browser was sent to.
#[tauri::command(rename = "openPage")]
pub async fn open_page(desk: State<'_, Desk>) -> Answer<()> {
    desk.open_page().await
}

/// Forgets who is remembered on this computer.
#[tauri::command]
pub async fn forget(desk: State<'_, Desk>) -> Answer<()> {
    desk.forget().await
}

/// Where the secret is by which the signing service knows this program. It may wait until the person has unlocked the
/// keychain.
#[tauri::command(rename = "secretAt")]
pub async fn secret_at(desk: State<'_, Desk>) -> Answer<SecretAt> {
    desk.world().await?.secret_at().await
}

/// Keeps the secret by which the signing service knows this program.
#[tauri::command(rename = "keepSecret")]
pub async fn keep_secret(desk: State<'_, Desk>, secret: String) -> Answer<()> {
    desk.world().await?.keep_secret(Secret::new(secret)).await
}

/// Forgets that secret and the login that was had with it. Says whether the service was told, where there was one.
#[tauri::command(rename = "forgetSecret")]
pub async fn forget_secret(desk: State<'_, Desk>) -> Answer<bool> {
    desk.world().await?.forget_secret().await
}

/// Where the login for the proxy is that the profile names. It may wait until the person has unlocked the keychain.
#[tauri::command(rename = "proxyLoginAt")]
pub async fn proxy_login_at(desk: State<'_, Desk>) -> Answer<SecretAt> {
    desk.world().await?.proxy_login_at().await
}

/// Keeps a login for that proxy.
#[tauri::command(rename = "keepProxyLogin")]
pub async fn keep_proxy_login(desk: State<'_, Desk>, name: String, password: String) -> Answer<()> {
    desk.world().await?.keep_proxy_login(&name, &Secret::new(password)).await
}

/// Forgets it.
#[tauri::command(rename = "forgetProxyLogin")]
pub async fn forget_proxy_login(desk: State<'_, Desk>) -> Answer<()> {
    desk.world().await?.forget_proxy_login().await
}

/// Extends the signatures of an open document; tells its progress meanwhile.
#[tauri::command]
pub async fn extend(app: AppHandle, desk: State<'_, Desk>, id: String) -> Answer<Signed> {
    let machine = telling(&app, &desk).await?;
    desk.extend(&machine, &id).await
}

/// Stops the running signing.
#[tauri::command]
pub fn cancel(desk: State<'_, Desk>) {
    desk.running.cancel();
}

/// Finishes a signature that came back earlier; the phone is not asked again.
#[tauri::command(rename = "finishPending")]
pub async fn finish_pending(
    app: AppHandle,
    desk: State<'_, Desk>,
    key: String,
    password: Option<String>,
) -> Answer<Signed> {
    let machine = telling(&app, &desk).await?;
    desk.finish(&machine, &key, password.map(Password::new)).await
}

/// Gives up a signature that came back earlier.
#[tauri::command(rename = "discardPending")]
pub async fn discard_pending(desk: State<'_, Desk>, key: String) -> Answer<()> {
    desk.discard(&key).await
}

/// What was said to services, the newest first.
#[tauri::command(rename = "networkLog")]
pub async fn network_log(desk: State<'_, Desk>) -> Answer<Vec<Exchange>> {
    desk.traffic().await
}

/// Shows a file of this program in the file manager.
#[tauri::command(rename = "openFolder")]
pub async fn open_folder(desk: State<'_, Desk>, path: PathBuf) -> Answer<()> {
    desk.reveal(&path).await
}

/// Opens the window of the demo's phone.
#[tauri::command(rename = "openPhone")]
pub async fn open_phone(app: AppHandle, desk: State<'_, Desk>) -> Answer<()> {
    let world = desk.world().await?;
    phone::open(&app, world.phone_url())
}
