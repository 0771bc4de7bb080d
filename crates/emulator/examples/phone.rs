//! Serves a world until Ctrl-C: `cargo run -p pitser-emulator --example phone -- FOLDER`.

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("Which folder shall the keys live in?")?;
    let running = emulator::serve(folder.as_ref(), emulator::Options::default()).await?;
    println!("RP API  {}", running.api_url);
    println!("pin     {}", running.tls_spki_pin);
    println!("support {}", running.support_url);
    println!("phone   {}", running.phone_url);
    tokio::signal::ctrl_c().await?;
    Ok(())
}
