//! The only way out of a network: a proxy that wants to know who asks.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// A proxy that leads every name to this computer, for whoever says the login; and the heads of what it was asked.
pub struct Doorkeeper {
    /// Where it listens.
    pub address: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Doorkeeper {
    /// The name that it knows.
    pub const NAME: &str = "BANK\\mari";
    /// The password to it.
    pub const PASSWORD: &str = "hush-hush:never-told";
    /// Both, as a header says them (RFC 7617 §2).
    pub const SAID: &str = "QkFOS1xtYXJpOmh1c2gtaHVzaDpuZXZlci10b2xk";

    /// One at a free port, for as long as the runtime lives that this is called in.
    ///
    /// # Errors
    /// No port is free.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let heads = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&heads);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let heard = Arc::clone(&heard);
                tokio::spawn(async move { lead(client, &heard).await });
            }
        });
        Ok(Self { address, heads })
    }

    /// What it was asked so far.
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn lead(mut client: TcpStream, heard: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(client.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    heard.lock().unwrap_or_else(PoisonError::into_inner).push(head.clone());
    if !head.contains(&format!("Basic {}\r\n", Doorkeeper::SAID)) {
        let asks = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
        return client.write_all(asks).await;
    }
    let target = head.split(' ').nth(1).unwrap_or_default().trim_start_matches("http://");
    let port = target.split('/').next().and_then(|at| at.rsplit_once(':')?.1.parse::<u16>().ok());
    let port = port.ok_or(io::ErrorKind::InvalidInput)?;
    let mut service = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    match head.starts_with("CONNECT ") {
        true => client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?,
        false => service.write_all(head.as_bytes()).await?,
    }
    copy_bidirectional(&mut client, &mut service).await.map(|_| ())
}
