//! A proxy that leads every CONNECT to the emulator.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// Listens at a free port of this computer; what is asked for is not looked at.
pub async fn open(emulator: String) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let emulator = emulator.clone();
            tokio::spawn(async move { lead(client, &emulator).await });
        }
    });
    Ok(address)
}

async fn lead(mut client: TcpStream, emulator: &str) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && head.len() < 8192 {
        head.push(client.read_u8().await?);
    }
    let mut service = TcpStream::connect(emulator).await?;
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    copy_bidirectional(&mut client, &mut service).await?;
    Ok(())
}
