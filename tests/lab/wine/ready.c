/*
 * Waits until Wine's network is there: its driver starts beside the first program, and whoever asks sooner is told
 * that this machine has neither adapters nor name servers. It comes within a second or so, on a machine that does much else
 * within several, or not at all: ready.exe SECONDS says how long to wait.
 */
#include <winsock2.h>
#include <iphlpapi.h>
#include <windows.h>
#include <stdlib.h>

static BYTE buffer[256 * 1024];

int main(int argc, char **argv)
{
    int patience = argc == 2 ? atoi(argv[1]) : 3;
    for (int tries = 0; tries < patience * 20; tries++) {
        ULONG size = sizeof buffer;
        PIP_ADAPTER_ADDRESSES adapters = (PIP_ADAPTER_ADDRESSES)buffer;
        if (GetAdaptersAddresses(AF_UNSPEC, 0, NULL, adapters, &size) == NO_ERROR)
            return 0;
        Sleep(50);
    }
    return 1;
}
