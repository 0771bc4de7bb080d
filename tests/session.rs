//! A session of a person who has a keychain, without a desktop.

/// Unlocks the keychain with a password and waits until the bus knows it, which would start another one else; then becomes
/// the program that is named. For `sh -c`, within `dbus-run-session`.
pub const UNLOCKED: &str = "
    printf correct-horse | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1
    for look in $(seq 200); do
        dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2> /dev/null | grep -q true && break
        sleep 0.05
    done
    exec \"$0\" \"$@\"";
