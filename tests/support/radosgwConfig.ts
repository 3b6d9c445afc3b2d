/** Where the parts of the store listen on this computer. */
export interface Ports {
  monitor: number;
  gateway: number;
}

/** The configuration of a cluster that is no cluster: one of everything, its data in memory. */
export function configuration(folder: string, cluster: string, { monitor, gateway }: Ports): string {
  return `[global]
fsid = ${cluster}
mon host = [v2:127.0.0.1:${monitor}]
mon initial members = a
keyring = ${folder}/keyring
auth allow insecure global id reclaim = false
run dir = ${folder}/run
log file = ${folder}/log/$name.log
admin socket = ${folder}/run/$name.asok
pid file = ${folder}/run/$name.pid
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
mon max pg per osd = 1000
[mon.a]
mon data = ${folder}/mon
public addr = 127.0.0.1
[osd.0]
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = 2147483648
osd max object name len = 256
public addr = 127.0.0.1
cluster addr = 127.0.0.1
[client.rgw.a]
keyring = ${folder}/keyring
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw data = ${folder}/rgw
rgw dns name = 127.0.0.1
rgw thread pool size = 32
`;
}
