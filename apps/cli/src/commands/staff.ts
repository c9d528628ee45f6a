import type { StaffView } from '@comanda/shared';
import { ROLES } from '@comanda/shared';
import { Command, Option } from 'commander';
import { onThisMachine } from '../api/machine.js';
import type { Terminal } from '../terminal.js';
import { atHouse, withAccess, withHere } from './access.js';
import type { AccessOptions } from './access.js';
import { newPassword, withNewPassword } from './new-password.js';
import type { NewPasswordOptions } from './new-password.js';

interface CreateOptions extends AccessOptions, NewPasswordOptions {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

export function staffCommand(terminal: Terminal): Command {
  return new Command('staff').description('Give somebody an account.').addCommand(createCommand(terminal));
}

function createCommand(terminal: Terminal): Command {
  const command = new Command('create')
    .description('Give somebody an account at the restaurant of the log-in, or with --here at any.')
    .requiredOption('--email <e-mail>', 'by which they log in')
    .requiredOption('--name <name>', 'as others see it')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory());
  return withHere(withAccess(withNewPassword(command))).action(async (options: CreateOptions) => {
    const { email, name, role, here, location } = options;
    const body = { email, name, role, password: await newPassword(terminal, email, options) };
    const made = await (here
      ? onThisMachine<StaffView>(terminal, { do: 'create-staff', body, ...(location !== undefined && { location }) })
      : atHouse(terminal, options, (house) => house.post<StaffView>(`${house.path}/staff-accounts`, body)));
    terminal.say(`${made.name} can log in as ${made.email}, with the role ${made.role}.`);
    terminal.write(`${made.id}\n`);
  });
}
